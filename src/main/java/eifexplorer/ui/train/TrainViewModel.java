package eifexplorer.ui.train;

import eifexplorer.job.Job;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ModelCard;
import eifexplorer.session.ModelStore;
import eifexplorer.session.RunSummary;
import eifexplorer.session.TrainRequest;
import eifexplorer.session.Trainings;
import eifexplorer.training.PlanFile;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** The Train screen: presets, the form, and the runs of the open workspace. */
public final class TrainViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Trainings trainings;
  private final Consumer<String> openModel;
  private final BooleanSupplier inSight;
  private final PlanFormViewModel form = new PlanFormViewModel();
  private final ObservableList<PlanPreset> presets = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<PlanPreset> preset = new ReadOnlyObjectWrapper<>();
  private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
  private final ObservableSet<String> ticked = FXCollections.observableSet();
  private final ObjectProperty<String> chosen = new SimpleObjectProperty<>("");
  private final ReadOnlyObjectWrapper<Workspace> workspace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyStringWrapper log = new ReadOnlyStringWrapper("");
  private final BooleanProperty formOpen = new SimpleBooleanProperty();
  private final List<LiveRun> live = new ArrayList<>();
  private List<RunSummary> kept = List.of();
  private LiveRun followed;
  private long seen;

  /**
   * A screen without a workspace.
   *
   * @param openModel opens the workspace with one of its models, by id
   * @param inSight whether the screen shows, so that nobody need be told of what stands there
   */
  public TrainViewModel(
      FxJobs jobs,
      NoticesViewModel notices,
      Trainings trainings,
      Consumer<String> openModel,
      BooleanSupplier inSight) {
    this.jobs = jobs;
    this.notices = notices;
    this.trainings = trainings;
    this.openModel = openModel;
    this.inSight = inSight;
    chosen.addListener((value, old, now) -> showLog());
  }

  /** The form. */
  public PlanFormViewModel form() {
    return form;
  }

  /** The plans to begin with, those for the open data set first. */
  public ObservableList<PlanPreset> presets() {
    return FXCollections.unmodifiableObservableList(presets);
  }

  /** The preset in the form; null before the first. */
  public ReadOnlyObjectProperty<PlanPreset> presetProperty() {
    return preset.getReadOnlyProperty();
  }

  /** The workspace trained in; null if what is open has none. */
  public ReadOnlyObjectProperty<Workspace> workspaceProperty() {
    return workspace.getReadOnlyProperty();
  }

  /** The runs, newest first. */
  public ObservableList<RunRow> runs() {
    return runs;
  }

  /** Ids of the runs whose curves are drawn beside the chosen one's; may be changed. */
  public ObservableSet<String> ticked() {
    return ticked;
  }

  /** Id of the run that is looked at; empty if there is none. */
  public ObjectProperty<String> chosenProperty() {
    return chosen;
  }

  /** What the chosen run says, line by line. */
  public ReadOnlyStringProperty logProperty() {
    return log.getReadOnlyProperty();
  }

  /** Whether the form lies over the runs, in a small window. */
  public BooleanProperty formOpenProperty() {
    return formOpen;
  }

  /** Goes up when a curve has grown. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** The run that is looked at. */
  public Optional<RunRow> chosenRun() {
    return runs.stream().filter(run -> run.id().equals(chosen.get())).findFirst();
  }

  /** Trains in the workspace of another session, if it has one. */
  public void show(ExplorerSession session) {
    Workspace now = session.workspace().orElse(null);
    boolean other =
        workspace.get() == null || now == null || !workspace.get().folder().equals(now.folder());
    workspace.set(now);
    if (now == null) {
      presets.clear();
      runs.clear();
      return;
    }
    if (other) {
      ticked.clear();
      chosen.set("");
      kept = List.of();
      live.removeIf(run -> ended(run));
    }
    jobs.startQuietly(
        "Read the current model's card",
        Lane.IO,
        context -> PresetList.of(now, new ModelStore(now).current()),
        Outcome.of(found -> showPresets(found, other), notices::show));
    refresh();
  }

  private void showPresets(List<PlanPreset> found, boolean choose) {
    List<PlanPreset> own = presets.stream().filter(p -> p.group().equals(PlanPreset.OWN)).toList();
    presets.setAll(found);
    presets.addAll(own);
    if (choose || preset.get() == null) {
      choose(found.get(0));
    }
  }

  /** Puts a preset into the form. */
  public void choose(PlanPreset chosenPreset) {
    preset.set(chosenPreset);
    form.show(chosenPreset.plan());
  }

  /** Reads a plan from a file, ours or the authors', and puts it into the form. */
  public void openPlan(Path file) {
    jobs.startQuietly(
        "Read " + file.getFileName(),
        Lane.IO,
        context -> PlanFile.read(file),
        Outcome.of(
            plan -> {
              PlanPreset own = new PlanPreset(PlanPreset.OWN, file.getFileName().toString(), plan);
              presets.add(own);
              choose(own);
            },
            notices::show));
  }

  /** Queues a run of the plan in the form; does nothing while something is wrong with it. */
  public void queue() {
    Workspace in = workspace.get();
    form.plan()
        .filter(plan -> in != null)
        .ifPresent(
            plan -> {
              LiveRun run = new LiveRun(plan);
              formOpen.set(false);
              start(
                  run,
                  "Training " + plan.loss().title() + ", seed " + plan.seed(),
                  context ->
                      trainings.train(
                          TrainRequest.ofModel(
                              in, new ModelStore(in).current(), plan, PlanFolder.keep(in, plan)),
                          run,
                          context));
            });
  }

  /** Lets a paused or stopped run go on. */
  public void resume(RunRow row) {
    Workspace in = workspace.get();
    if (in == null || !row.canResume()) {
      return;
    }
    LiveRun run = new LiveRun(row.plan());
    live.removeIf(old -> old.id().equals(row.id()));
    start(
        run,
        "Training " + row.id(),
        context -> trainings.resume(in.folder(), row.id(), run, context));
  }

  private void start(LiveRun run, String title, Job<ModelCard> job) {
    live.add(run);
    JobHandle<?> handle =
        jobs.start(
            title,
            Lane.ENGINE,
            job,
            new Outcome<>(
                this::finished,
                failure -> {
                  notices.show(failure);
                  refresh();
                },
                this::refresh));
    run.runBy(handle);
    followed = run;
    refresh();
  }

  private void finished(ModelCard card) {
    refresh();
    if (!inSight.getAsBoolean()) {
      double recall = card.metrics().getOrDefault("recall_at_1", 0.0);
      notices.info(
          "%s is trained: R@1 %s. The Train screen opens it."
              .formatted(card.title(), Texts.distance(recall)));
    }
  }

  /** Pauses a run, or takes one that waits out of the queue; where it stands is kept. */
  public void pause(RunRow row) {
    row.live().flatMap(LiveRun::job).ifPresent(JobHandle::cancel);
  }

  /** Opens a run's model in Explore. */
  public void open(RunRow row) {
    if (row.state() == RunRow.State.DONE) {
      openModel.accept(row.id());
    }
  }

  /** Draws a run's curves beside the chosen one's, or no longer. */
  public void tick(RunRow row) {
    if (!ticked.remove(row.id())) {
      ticked.add(row.id());
    }
    revision.set(revision.get() + 1);
  }

  /** Reads the runs of the workspace again. */
  public void refresh() {
    Workspace of = workspace.get();
    if (of == null) {
      return;
    }
    jobs.startQuietly(
        "List the runs",
        Lane.IO,
        context -> trainings.runs(of.folder()),
        Outcome.of(
            found -> {
              if (of.equals(workspace.get())) {
                kept = found.runs();
                list();
              }
            },
            notices::show));
  }

  /** Takes what the runs have reported since the last call; for a timer, a few times a second. */
  public void sample() {
    long now = live.stream().mapToLong(LiveRun::version).sum();
    if (now != seen) {
      seen = now;
      boolean begun =
          live.stream()
              .map(LiveRun::id)
              .anyMatch(id -> !id.isEmpty() && kept.stream().noneMatch(run -> run.id().equals(id)));
      if (begun) {
        refresh();
      }
      list();
    }
  }

  private static boolean ended(LiveRun run) {
    return run.job().map(job -> job.state().ended()).orElse(false);
  }

  private void list() {
    List<RunRow> rows = new ArrayList<>();
    for (RunSummary run : kept) {
      rows.add(RunRow.of(run, liveOf(run.id())));
    }
    int place = 1;
    for (LiveRun run : live) {
      if (run.id().isEmpty() && !ended(run)) {
        rows.add(RunRow.queued(run, place++));
      }
    }
    Collections.reverse(rows);
    rows.sort(Comparator.comparingInt(TrainViewModel::urgency));
    runs.setAll(rows);
    follow();
    if (chosenRun().isEmpty()) {
      chosen.set(runs.isEmpty() ? "" : runs.get(0).id());
    }
    showLog();
    revision.set(revision.get() + 1);
  }

  /** What the chosen run says: of one that runs now from its job, else from its file. */
  private void showLog() {
    RunRow row = chosenRun().orElse(null);
    Workspace of = workspace.get();
    if (row == null || of == null || row.state() == RunRow.State.QUEUED) {
      log.set("");
      return;
    }
    Optional<JobHandle<?>> job = row.live().flatMap(LiveRun::job);
    if (job.isPresent()) {
      log.set(String.join("\n", job.get().log()));
      return;
    }
    Path file = of.runFolder(row.id()).resolve("log.txt");
    jobs.startQuietly(
        "Read the log of " + row.id(),
        Lane.IO,
        context -> Files.exists(file) ? Files.readString(file) : "",
        Outcome.of(
            text -> {
              if (chosen.get().equals(row.id())) {
                log.set(text.strip());
              }
            },
            notices::show));
  }

  /** What was queued last is looked at as soon as it has begun. */
  private void follow() {
    if (followed != null && runs.stream().anyMatch(row -> row.id().equals(followed.id()))) {
      chosen.set(followed.id());
      followed = null;
    }
  }

  private static int urgency(RunRow row) {
    return switch (row.state()) {
      case RUNNING -> 0;
      case QUEUED -> 1;
      default -> 2;
    };
  }

  private Optional<LiveRun> liveOf(String id) {
    return live.stream().filter(run -> run.id().equals(id)).reduce((older, newer) -> newer);
  }
}
