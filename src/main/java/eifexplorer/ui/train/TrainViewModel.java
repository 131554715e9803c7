package eifexplorer.ui.train;

import eifexplorer.job.Lane;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.review.revision.Revisions;
import eifexplorer.run.RunListing;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.PlanFile;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.jspecify.annotations.Nullable;

/** The Train screen: presets, the form, and the runs of the open workspace. */
public final class TrainViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final TrainServices services;
  private final PlanFormViewModel form = new PlanFormViewModel();
  private final StartViewModel start = new StartViewModel();
  private final RunActions actions;
  private final RunLog log;
  private final ObservableList<PlanPreset> presets = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<PlanPreset> preset = new ReadOnlyObjectWrapper<>();
  private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
  private final ObservableSet<String> ticked = FXCollections.observableSet();
  private final ObjectProperty<String> chosen = new SimpleObjectProperty<>("");
  private final ReadOnlyObjectWrapper<Workspace> workspace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final RunColumns columns;
  private final RunRows rows = new RunRows();
  private final ReadOnlyStringWrapper unreadable = new ReadOnlyStringWrapper("");
  private final BooleanProperty detailsOpen = new SimpleBooleanProperty();
  private final BooleanProperty formOpen = new SimpleBooleanProperty();
  private final RunControl control;
  private int seen;
  private int listing;

  /** A screen without a workspace. */
  public TrainViewModel(FxJobs jobs, NoticesViewModel notices, TrainServices services) {
    this.jobs = jobs;
    this.notices = notices;
    this.services = services;
    actions = new RunActions(jobs, notices, services.workspaces(), this::deleted);
    control = new RunControl(jobs, notices, services, rows, this::list, this::refresh);
    log = new RunLog(jobs, notices);
    columns = new RunColumns(services.columns());
    chosen.addListener((value, old, now) -> showLog());
    form.baseProperty()
        .addListener((value, old, now) -> start.frozenProperty().set(now.network().frozen()));
  }

  /** The form. */
  public PlanFormViewModel form() {
    return form;
  }

  /** What a run begins with, besides its plan. */
  public StartViewModel start() {
    return start;
  }

  /** What is done with the files of runs. */
  public RunActions actions() {
    return actions;
  }

  /** The columns of the table of runs. */
  public RunColumns columns() {
    return columns;
  }

  /** Which runs can't be read and why, a line each; empty if all can. */
  public ReadOnlyStringProperty unreadableProperty() {
    return unreadable.getReadOnlyProperty();
  }

  /** Whether the chosen run's plan and provenance show instead of its curves. */
  public BooleanProperty detailsOpenProperty() {
    return detailsOpen;
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
    return log.textProperty();
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
    show(session.workspace().orElse(null));
  }

  /** Trains in a workspace, which may have no model yet; null for none. */
  void show(@Nullable Workspace now) {
    boolean other =
        workspace.get() == null || now == null || !workspace.get().folder().equals(now.folder());
    workspace.set(now);
    if (now == null) {
      presets.clear();
      runs.clear();
      listing++;
      return;
    }
    if (other) {
      start.show(now.folder());
      ticked.clear();
      chosen.set("");
      rows.show(now.folder());
    }
    jobs.startQuietly(
        Texts.of("Read the current model's card"),
        Lane.IO,
        context -> new ModelStore(now).currentIfAny(),
        Outcome.of(
            model -> {
              actions.show(now.folder(), model.map(ModelCard::id).orElse(""));
              start.offerModel(model.isPresent());
              showPresets(PresetList.of(now, model), other);
            },
            notices::show));
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
        Texts.of("Read {0}", file.getFileName()),
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
        .filter(plan -> in != null && start.troubleProperty().get().isEmpty())
        .ifPresent(
            plan -> {
              formOpen.set(false);
              control.queue(in, plan, start);
            });
  }

  /** Lets a run that was stopped go on; does nothing if it already does. */
  public void resume(RunRow row) {
    Workspace in = workspace.get();
    if (in != null) {
      control.resume(in.folder(), row);
    }
  }

  /** Pauses a run at its next step; where it stands is kept. */
  public void pause(RunRow row) {
    control.pause(row);
  }

  /** Gives a run up at its next step, or takes one that waits out of the queue. */
  public void cancel(RunRow row) {
    control.cancel(row);
  }

  /** Opens a run's model in Explore. */
  public void open(RunRow row) {
    if (row.state() == RunRow.State.DONE) {
      row.elsewhere()
          .ifPresentOrElse(
              services.openWorkspace(), () -> services.openModel().accept(row.runId()));
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
    int asked = ++listing;
    jobs.startQuietly(
        Texts.of("List the runs"),
        Lane.IO,
        context -> services.trainings().runs(of.folder()),
        Outcome.of(found -> listed(asked, found), notices::show));
    jobs.startQuietly(
        Texts.of("List the label revisions"),
        Lane.IO,
        context -> labels(new Revisions(of.review())),
        Outcome.of(
            found -> {
              if (of.equals(workspace.get())) {
                start.offer(found);
              }
            },
            notices::show));
  }

  /** A run that goes, or comes back, has its model with it. */
  private void deleted() {
    refresh();
    services.modelsChanged().run();
  }

  private static List<LabelsChoice> labels(Revisions revisions) {
    int current = revisions.pointer().current();
    return revisions.list().stream().map(one -> LabelsChoice.of(one, current)).toList();
  }

  /** A list that was asked for before the newest one may be of another workspace, or older. */
  private void listed(int asked, RunListing found) {
    if (asked == listing) {
      rows.keep(found.runs());
      unreadable.set(
          found.unreadable().stream()
              .map(run -> run.id() + ": " + run.why())
              .collect(Collectors.joining("\n")));
      list();
    }
  }

  /** Takes what the runs have reported since the last call; for a timer, a few times a second. */
  public void sample() {
    int now = rows.stamp();
    if (now != seen) {
      seen = now;
      if (rows.hasNew()) {
        refresh();
      }
      list();
    }
  }

  private void list() {
    runs.setAll(rows.rows());
    control.begunNow().ifPresent(row -> chosen.set(row.id()));
    if (chosenRun().isEmpty()) {
      chosen.set(runs.isEmpty() ? "" : runs.get(0).id());
    }
    showLog();
    revision.set(revision.get() + 1);
  }

  private void showLog() {
    Optional<RunRow> row = chosenRun();
    Workspace of = workspace.get();
    // A run that waits has no folder yet.
    log.show(
        row, row.filter(r -> of != null && !r.runId().isEmpty()).map(r -> of.runFolder(r.runId())));
  }
}
