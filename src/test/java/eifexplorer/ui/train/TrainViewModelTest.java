package eifexplorer.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobRunner;
import eifexplorer.session.ModelCard;
import eifexplorer.session.RunListing;
import eifexplorer.session.RunObserver;
import eifexplorer.session.RunState;
import eifexplorer.session.RunSummary;
import eifexplorer.session.TrainRequest;
import eifexplorer.session.Trainings;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.training.BatchReport;
import eifexplorer.training.EpochReport;
import eifexplorer.training.PlanFile;
import eifexplorer.training.PlanPresets;
import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Provenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainViewModelTest {
  private static final TrainingPlan PLAN =
      PlanPresets.plan("cub_frozen_ProxyNCA_prob_orig").withEpochs(4);

  @TempDir Path folder;
  private SmallWorkspace small;
  private ModelCard card;
  private final NoticesViewModel notices = new NoticesViewModel();
  private final List<String> opened = new ArrayList<>();

  @BeforeEach
  void prepare() {
    small = new SmallWorkspace(folder);
    card = small.add(1);
  }

  private TrainViewModel model(JobRunner runner, Trainings trainings) {
    TrainViewModel model =
        new TrainViewModel(
            new FxJobs(runner, Runnable::run), notices, trainings, opened::add, () -> false);
    try (var explorer = small.explorer()) {
      model.show(explorer.openWorkspace(small.workspace(), JobContext.unattended()));
    }
    return model;
  }

  private static EpochReport epoch(int number, double recall) {
    return new EpochReport(number, 2.0 / number, 1.5, 100, 1, Map.of("recall_at_1", recall));
  }

  private static RunSummary run(String id, RunState state, String message, EpochReport... epochs) {
    return new RunSummary(
        id,
        state,
        message,
        PLAN,
        List.of(epochs),
        Optional.of(DatasetReference.clean("folder", "images", "", "")),
        0,
        "data",
        List.of(),
        new Provenance("test", "2026-01-01T00:00:00Z", "train", Map.of(), Map.of()));
  }

  /** Runs that are in the workspace, and one that is trained step by step. */
  private final class Scripted implements Trainings {
    private final List<RunSummary> kept = new ArrayList<>();
    private final List<TrainRequest> asked = new ArrayList<>();
    private final List<String> resumed = new ArrayList<>();

    @Override
    public ModelCard train(TrainRequest request, RunObserver observer, JobContext context) {
      asked.add(request);
      report(observer);
      return card;
    }

    @Override
    public ModelCard resume(
        Path workspace, String runId, RunObserver observer, JobContext context) {
      resumed.add(runId);
      report(observer);
      return card;
    }

    private void report(RunObserver observer) {
      RunSummary begun = run("new-run", RunState.RUNNING, "");
      kept.add(begun);
      observer.started(begun);
      observer.batchDone(new BatchReport(1, 1, 2, 3.0));
      observer.batchDone(new BatchReport(1, 2, 2, 2.0));
      observer.epochDone(epoch(1, .5));
      kept.set(kept.size() - 1, run("new-run", RunState.FINISHED, "", epoch(1, .5)));
    }

    @Override
    public RunListing runs(Path workspace) {
      return new RunListing(kept, List.of());
    }
  }

  private static List<String> states(TrainViewModel model) {
    return model.runs().stream().map(row -> row.id() + " " + row.state().word()).toList();
  }

  @Test
  void presetsBeginWithTheBackBoneOfTheModel() {
    TrainViewModel model = model(new InlineJobRunner(), new Scripted());
    PlanPreset first = model.presetProperty().get();
    assertEquals("Head, ProxyNCA++", first.title());
    assertEquals(
        List.of(card.backbone(), card.resize(), card.crop(), card.embeddingSize()),
        List.of(
            first.plan().network().backbone(),
            first.plan().network().resize(),
            first.plan().network().crop(),
            first.plan().network().embeddingSize()));
  }

  @Test
  void runsOfEarlierProgramStartsAreListedNewestFirst() {
    Scripted trainings = new Scripted();
    trainings.kept.add(run("a", RunState.FINISHED, "", epoch(1, .5), epoch(2, .6)));
    trainings.kept.add(run("b", RunState.INTERRUPTED, "", epoch(1, .4)));
    trainings.kept.add(run("c", RunState.FAILED, "The loss is not a number"));
    TrainViewModel model = model(new InlineJobRunner(), trainings);

    assertEquals(List.of("c stopped", "b paused", "a done"), states(model));
    RunRow done = model.runs().get(2);
    assertEquals(
        List.of("2 / 4", ".600", "–", "3.0 s"),
        List.of(
            done.epochText(),
            done.metricText("recall_at_1"),
            done.metricText("nmi"),
            done.timeText()));
  }

  @Test
  void aQueuedRunIsTrainedByThePlanOfTheForm() {
    Scripted trainings = new Scripted();
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    model.form().text(PlanField.EPOCHS).set("4");
    TrainingPlan wanted = model.form().plan().orElseThrow();

    model.queue();

    TrainRequest request = trainings.asked.get(0);
    assertEquals(wanted, PlanFile.read(request.config().orElseThrow()));
    assertEquals(small.workspace().toAbsolutePath(), request.workspace());
    assertEquals(List.of("new-run done"), states(model));
    assertTrue(notices.notices().get(0).message().contains("is trained"), notices.toString());
  }

  @Test
  void theSamePlanIsKeptOnce() {
    Scripted trainings = new Scripted();
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    model.queue();
    model.queue();
    model.form().text(PlanField.EPOCHS).set("7");
    model.queue();
    assertEquals(
        List.of("ProxyNCA_prob_orig_frozen.json", "ProxyNCA_prob_orig_frozen_2.json"),
        trainings.asked.stream()
            .map(request -> request.config().orElseThrow().getFileName().toString())
            .distinct()
            .toList());
  }

  @Test
  void nothingIsQueuedWhileSomethingIsWrong() {
    Scripted trainings = new Scripted();
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    model.form().text(PlanField.EPOCHS).set("none");
    model.queue();
    assertEquals(List.of(), trainings.asked);
  }

  @Test
  void aPausedRunGoesOn() {
    Scripted trainings = new Scripted();
    trainings.kept.add(run("b", RunState.INTERRUPTED, "", epoch(1, .4)));
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    model.resume(model.runs().get(0));
    assertEquals(List.of("b"), trainings.resumed);
  }

  @Test
  void aRunThatWaitsIsListedAndCanBeTakenOut() {
    HeldJobRunner held = new HeldJobRunner();
    Scripted trainings = new Scripted();
    TrainViewModel model = model(held, trainings);
    for (int i = 0; i < held.count(); i++) {
      held.job(i).finish();
    }
    int before = held.count();
    model.queue();
    held.job(before + 1).finish();
    assertEquals(List.of("waiting-1 queued"), states(model));

    model.pause(model.runs().get(0));

    assertTrue(held.job(before).cancelled());
  }

  @Test
  void onlyTheModelOfAFinishedRunIsOpened() {
    Scripted trainings = new Scripted();
    trainings.kept.add(run("a", RunState.FINISHED, ""));
    trainings.kept.add(run("b", RunState.INTERRUPTED, ""));
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    model.runs().forEach(model::open);
    assertEquals(List.of("a"), opened);
  }

  @Test
  void aBundleHasNothingToTrainIn() {
    TrainViewModel model = model(new InlineJobRunner(), new Scripted());
    model.show(SampleSession.of(Optional.empty()));
    assertEquals(null, model.workspaceProperty().get());
    assertEquals(List.of(), model.runs());
  }
}
