package eifexplorer.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.LabelChange;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobKind;
import eifexplorer.job.JobRunner;
import eifexplorer.job.JobState;
import eifexplorer.job.JobStatus;
import eifexplorer.job.StopWish;
import eifexplorer.model.ModelCard;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Revisions;
import eifexplorer.run.RunListing;
import eifexplorer.run.RunObserver;
import eifexplorer.run.RunState;
import eifexplorer.run.RunSummary;
import eifexplorer.run.TrainPreview;
import eifexplorer.run.TrainRequest;
import eifexplorer.run.Trainings;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.training.BatchReport;
import eifexplorer.training.EpochReport;
import eifexplorer.training.PlanFile;
import eifexplorer.training.PlanPresets;
import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
  private final Memory columns = new Memory();

  /** Remembers columns. */
  private static final class Memory implements RunColumns.Memory {
    private List<String> kept = List.of();

    @Override
    public List<String> runColumns() {
      return kept;
    }

    @Override
    public void keepRunColumns(List<String> ids) {
      kept = ids;
    }
  }

  @BeforeEach
  void prepare() {
    small = new SmallWorkspace(folder);
    card = small.add(1);
  }

  private TrainViewModel model(JobRunner runner, Trainings trainings) {
    TrainViewModel model =
        new TrainViewModel(
            new FxJobs(runner, Runnable::run),
            notices,
            new TrainServices(
                trainings,
                small.explorer().workspaces(),
                opened::add,
                folder -> opened.add("workspace " + folder.getFileName()),
                () -> opened.add("models changed"),
                () -> false,
                columns));
    try (var explorer = small.explorer()) {
      model.show(explorer.sessions().openWorkspace(small.workspace(), JobContext.unattended()));
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
    private final List<Unreadable> damaged = new ArrayList<>();
    private final List<TrainRequest> asked = new ArrayList<>();
    private final List<String> resumed = new ArrayList<>();
    private @Nullable Runnable stops;

    @Override
    public ModelCard train(TrainRequest request, RunObserver observer, JobContext context) {
      asked.add(request);
      report(observer);
      return card;
    }

    @Override
    public TrainPreview preview(TrainRequest request) {
      throw new AssertionError("the window shows the plan itself");
    }

    @Override
    public ModelCard resume(
        Path workspace, String runId, RunObserver observer, JobContext context) {
      resumed.add(runId);
      if (stops != null) {
        stops.run();
        throw new JobCancelledException();
      }
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
      return new RunListing(kept, damaged);
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
  void aWorkspaceWithoutAModelBeginsWithAFileOrRandomWeights() {
    Scripted trainings = new Scripted();
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    Path bare = new SmallWorkspace(folder.resolve("bare")).workspace();
    model.show(Workspace.open(bare));
    assertEquals(
        List.of(WeightsChoice.FILE, WeightsChoice.RANDOM), List.copyOf(model.start().sources()));
    assertEquals(WeightsChoice.FILE, model.start().weightsProperty().get());

    model.queue();
    model.start().fileProperty().set(folder.resolve("resnet18.pth"));
    model.queue();

    assertEquals(
        List.of(Optional.of(folder.resolve("resnet18.pth"))),
        trainings.asked.stream().map(TrainRequest::weights).toList());
    assertEquals(bare, trainings.asked.get(0).workspace());
  }

  @Test
  void runsOfEarlierProgramStartsAreListedNewestFirst() {
    Scripted trainings = new Scripted();
    trainings.kept.add(run("a", RunState.FINISHED, "", epoch(1, .5), epoch(2, .6)));
    trainings.kept.add(run("b", RunState.INTERRUPTED, "", epoch(1, .4)));
    trainings.kept.add(run("c", RunState.FAILED, "The loss is not a number"));
    TrainViewModel model = model(new InlineJobRunner(), trainings);

    assertEquals(List.of("c failed", "b paused", "a done"), states(model));
    RunRow done = model.runs().get(2);
    assertEquals(
        List.of("2 / 4", "60.0 %", "–", "3.0 s"),
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
    assertTrue(
        notices.notices().get(0).message().contains("is trained"), notices.notices().toString());
  }

  @Test
  void twoTrainingsOfOneLossAndSeedAreToldApart() {
    HeldJobRunner held = new HeldJobRunner();
    TrainViewModel model = model(held, new Scripted());
    for (int i = 0; i < held.count(); i++) {
      held.job(i).finish();
    }

    model.queue();
    model.queue();

    assertEquals(
        List.of("Training ProxyNCA++, seed 0", "Training ProxyNCA++, seed 0 (2)"),
        held.jobs().stream()
            .map(JobStatus::title)
            .filter(title -> title.contains("seed"))
            .toList());
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

  /** Runs what the program does for itself, until nothing of it waits. */
  private static void settle(HeldJobRunner held) {
    for (int i = 0; i < held.count(); i++) {
      if (held.job(i).kind() == JobKind.HOUSEKEEPING && !held.job(i).state().ended()) {
        held.job(i).finish();
      }
    }
  }

  /** The jobs that train. */
  private static List<HeldJobRunner.HeldJob<?>> trainings(HeldJobRunner held) {
    return IntStream.range(0, held.count())
        .<HeldJobRunner.HeldJob<?>>mapToObj(held::job)
        .filter(job -> job.kind() == JobKind.WORK)
        .toList();
  }

  @Test
  void aRunThatWaitsIsListedAndCanBeTakenOut() {
    HeldJobRunner held = new HeldJobRunner();
    TrainViewModel model = model(held, new Scripted());
    settle(held);
    model.queue();
    assertEquals(List.of("waiting-1 queued"), states(model));

    model.cancel(model.runs().get(0));

    assertTrue(trainings(held).get(0).givenUp());
  }

  @Test
  void aPausedRunThatGoesOnIsOneRunWhateverIsPressed() {
    HeldJobRunner held = new HeldJobRunner();
    Scripted trainings = new Scripted();
    trainings.kept.add(run("b", RunState.INTERRUPTED, "", epoch(1, .4)));
    TrainViewModel model = model(held, trainings);
    settle(held);
    RunRow paused = model.runs().get(0);
    model.resume(paused);
    assertEquals(List.of("b queued"), states(model));
    model.resume(paused);
    model.resume(model.runs().get(0));
    settle(held);
    assertEquals(List.of("b queued"), states(model));
    assertEquals(1, trainings(held).size());

    trainings(held).get(0).begin();
    model.sample();
    assertEquals(List.of("b running"), states(model));
    model.resume(paused);
    model.pause(paused);
    assertEquals(List.of("b pausing"), states(model));
    assertEquals(1, trainings(held).size());
    assertEquals(StopWish.PAUSE, trainings(held).get(0).wish());
  }

  @Test
  void aRunIsCancelledAlsoAfterItWasToPauseAndReadsSo() {
    HeldJobRunner held = new HeldJobRunner();
    Scripted trainings = new Scripted();
    trainings.kept.add(run("b", RunState.FAILED, "The disk is full"));
    trainings.stops = () -> trainings.kept.set(0, run("b", RunState.CANCELLED, "", epoch(1, .4)));
    TrainViewModel model = model(held, trainings);
    settle(held);
    model.resume(model.runs().get(0));
    trainings(held).get(0).begin();
    model.pause(model.runs().get(0));
    model.cancel(model.runs().get(0));
    assertEquals(
        List.of("b cancelling", ""), List.of(states(model).get(0), model.runs().get(0).message()));
    trainings(held).get(0).finish();
    settle(held);
    assertEquals(List.of("b cancelled"), states(model));
    assertEquals(JobState.CANCELLED, trainings(held).get(0).state());
    model.resume(model.runs().get(0));
    assertEquals(List.of("b queued"), states(model));
  }

  /** Lists may come back in another order than they were asked for. */
  @Test
  void anOlderListOfRunsDoesNotReplaceANewerOne() {
    HeldJobRunner held = new HeldJobRunner();
    Scripted trainings = new Scripted();
    TrainViewModel model = model(held, trainings);
    settle(held);
    int before = held.count();
    model.refresh();
    model.refresh();
    trainings.kept.add(run("a", RunState.FINISHED, ""));
    held.job(before + 2).finish();
    trainings.kept.clear();
    held.job(before).finish();
    assertEquals(List.of("a done"), states(model));
  }

  @Test
  void aFinishedRunTellsThatThereIsAnotherModel() {
    TrainViewModel model = model(new InlineJobRunner(), new Scripted());
    model.queue();
    assertEquals(List.of("models changed"), opened);
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

  @Test
  void chosenColumnsAreRemembered() {
    TrainViewModel model = model(new InlineJobRunner(), new Scripted());
    model.columns().toggle(RunColumn.named(List.of("recall_at_4")).get(0));
    RunColumn.USUAL.forEach(model.columns()::toggle);
    assertEquals(List.of("recall_at_4"), columns.kept);

    TrainViewModel later = model(new InlineJobRunner(), new Scripted());
    assertEquals(RunColumn.named(List.of("recall_at_4")), later.columns().shown());
    later.columns().toggle(later.columns().shown().get(0));
    assertEquals(List.of("recall_at_4"), columns.kept);
    later.columns().reset();
    assertEquals(RunColumn.USUAL.stream().map(RunColumn::id).toList(), columns.kept);
  }

  @Test
  void wrongLabelsAreTrainedOnInAWorkspaceOfTheirOwn() {
    Scripted trainings = new Scripted();
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    model.start().noiseProperty().set(LabelNoiseChoice.UNIFORM);
    model.queue();

    TrainRequest request = trainings.asked.get(0);
    assertEquals(folder.resolve("ws-uniform-10-seed0"), request.workspace());
    assertEquals("uniform 0.1 0", noise(request.dataset()));
    RunRow row = model.runs().get(0);
    assertEquals("ws-uniform-10-seed0/new-run done", row.id() + " " + row.state().word());
    assertEquals("Open it", notices.notices().get(0).action().orElseThrow().title());
    model.open(row);
    assertEquals(List.of("workspace ws-uniform-10-seed0"), opened);
  }

  private static String noise(DatasetReference dataset) {
    return dataset.noiseModel() + " " + dataset.noiseFraction() + " " + dataset.noiseSeed();
  }

  @Test
  void nothingIsQueuedWhileTheStartIsIncomplete() {
    Scripted trainings = new Scripted();
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    model.start().weightsProperty().set(WeightsChoice.FILE);
    model.queue();
    assertEquals(List.of(), trainings.asked);
    model.start().fileProperty().set(small.model(1, 3));
    model.queue();
    assertEquals(Optional.of(small.model(1, 3)), trainings.asked.get(0).weights());
  }

  @Test
  void aFrozenBackBoneOfRandomWeightsIsRefused() {
    Scripted trainings = new Scripted();
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    model.start().weightsProperty().set(WeightsChoice.RANDOM);
    model.form().show(PlanPresets.plan("cub_frozen_ProxyNCA_prob_orig"));
    assertTrue(
        model.start().troubleProperty().get().startsWith("A frozen back bone of random weights"),
        model.start().troubleProperty().get());
    model.queue();
    assertEquals(List.of(), trainings.asked);
    model.form().show(PlanPresets.plan("demo"));
    assertEquals("", model.start().troubleProperty().get());
  }

  @Test
  void theCheckedOutRevisionIsOfferedAndTrainedOn() {
    Revision revision =
        new Revision(
            1,
            0,
            "first look",
            Instant.EPOCH,
            List.of(),
            List.of(),
            List.of(new LabelChange("a.png", "x", "y")),
            List.of(),
            "f");
    Json.write(small.workspace().resolve("review/revisions/1.json"), revision);
    Json.write(small.workspace().resolve("review/current.json"), new Revisions.Pointer(1, 1, 0));
    Scripted trainings = new Scripted();
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    model.queue();

    assertEquals(
        List.of("the data set's own", "revision 1: first look"),
        model.start().revisions().stream().map(LabelsChoice::toString).toList());
    assertEquals(
        "Trained on label revision 1, which is checked out: 1 label differs from the data set's"
            + " own.",
        model.start().noteProperty().get());
    assertEquals(OptionalInt.of(1), trainings.asked.get(0).labels());
  }

  @Test
  void whatCannotBeReadIsNamed() {
    Scripted trainings = new Scripted();
    trainings.damaged.add(new Unreadable("old", "The JSON is empty"));
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    assertEquals("old: The JSON is empty", model.unreadableProperty().get());
  }

  @Test
  void aRunIsDeletedAndBroughtBack() {
    String other = small.add(2).id();
    AtomicFiles.writeText(small.workspace().resolve("runs/" + card.id() + "/run.json"), "{}");
    Scripted trainings = new Scripted();
    trainings.kept.add(run(card.id(), RunState.FINISHED, ""));
    trainings.kept.add(run(other, RunState.FINISHED, ""));
    trainings.kept.add(run("r", RunState.RUNNING, ""));
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    assertEquals(
        List.of("r false", other + " false", card.id() + " true"),
        model.runs().stream().map(row -> row.id() + " " + model.actions().canDelete(row)).toList());

    model.actions().delete(model.runs().get(2));
    Path run = small.workspace().resolve("runs").resolve(card.id());
    assertFalse(Files.exists(run));
    notices.notices().get(0).action().orElseThrow().run().run();
    assertTrue(Files.exists(run));
  }

  @Test
  void theMenuOfARunHasWhatCanBeDoneWithIt() {
    Scripted trainings = new Scripted();
    trainings.kept.add(run("r", RunState.RUNNING, ""));
    trainings.kept.add(run("p", RunState.INTERRUPTED, "", epoch(1, .4)));
    trainings.kept.add(run("d", RunState.FINISHED, "", epoch(1, .5)));
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    assertEquals(
        List.of(
            "r: Draw its curves too, Details, Copy name",
            "d: Open in Explore, Draw its curves too, Details, Export epochs…, Copy name, Delete",
            "p: Resume, Draw its curves too, Details, Export epochs…, Copy name, Delete"),
        model.runs().stream().map(row -> row.id() + ": " + enabled(model, row)).toList());

    RunMenu.of(model, model.runs().get(2), () -> {}).get(0).get(0).action().run();
    assertEquals(List.of("p"), trainings.resumed);
  }

  private static String enabled(TrainViewModel model, RunRow row) {
    return RunMenu.of(model, row, () -> {}).stream()
        .flatMap(List::stream)
        .filter(CommandMenu.Entry::enabled)
        .map(CommandMenu.Entry::text)
        .collect(Collectors.joining(", "));
  }

  @Test
  void runsAndEpochsAreExported() throws IOException {
    Scripted trainings = new Scripted();
    trainings.kept.add(run("a", RunState.FINISHED, "", epoch(1, .5), epoch(2, .6)));
    TrainViewModel model = model(new InlineJobRunner(), trainings);
    Path runs = folder.resolve("runs.csv");
    Path epochs = folder.resolve("epochs.csv");
    model.actions().exportRuns(model.runs(), runs);
    model.actions().exportEpochs(model.runs().get(0), epochs);
    assertEquals(List.of(2, 3), List.of(lines(runs), lines(epochs)));
    assertEquals("2 epochs are in " + epochs + ".", notices.notices().get(0).message());
  }

  private static int lines(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }
}
