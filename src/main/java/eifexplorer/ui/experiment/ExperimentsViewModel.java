package eifexplorer.ui.experiment;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.ResultComparison;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.StoredExperiment;
import eifexplorer.experiment.Target;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Experiments on the session's model: their forms, those that run, and what was found. Stopping one loses nothing: started
 * again with the same values it goes on.
 */
public final class ExperimentsViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final ExperimentServices services;
  private final ObjectProperty<Experiment> chosen = new SimpleObjectProperty<>();
  private final Map<Experiment, ExperimentForm> forms = new HashMap<>();
  private final Set<Experiment> running = new HashSet<>();
  private final Map<Experiment, JobHandle<?>> handles = new HashMap<>();
  private final Map<Experiment, Shown> latest = new HashMap<>();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<ExplorerSession> session = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Failure> failure = new ReadOnlyObjectWrapper<>();
  private final KeptResults kept;
  private final LatestJob<Shown> loading;

  /** A screen without a session. */
  public ExperimentsViewModel(FxJobs jobs, NoticesViewModel notices, ExperimentServices services) {
    this.jobs = jobs;
    this.notices = notices;
    this.services = services;
    this.kept = new KeptResults(jobs, notices, services.experiments());
    this.loading = new LatestJob<>(jobs);
    services.all().forEach(experiment -> forms.put(experiment, new ExperimentForm(experiment)));
    chosen.set(services.all().get(0));
    chosen.addListener((value, old, now) -> experimentChosen());
    kept.allProperty().addListener((value, old, now) -> listed());
    loading.valueProperty().addListener((value, old, now) -> loaded(now));
    loading.failureProperty().addListener((value, old, now) -> failure.set(now));
  }

  /** The experiments there are. */
  public List<Experiment> all() {
    return services.all();
  }

  /** The one whose form and results are in sight. */
  public ObjectProperty<Experiment> chosenProperty() {
    return chosen;
  }

  /** The form of an experiment. */
  public ExperimentForm form(Experiment experiment) {
    return Objects.requireNonNull(forms.get(experiment));
  }

  /** Goes up whenever an experiment begins or ends, or a result comes or goes. */
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** What experiments are run on; null before the first session. */
  public ReadOnlyObjectProperty<ExplorerSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** What is shown; null for nothing. */
  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Whether a kept result is being read and drawn. */
  ReadOnlyBooleanProperty openingProperty() {
    return loading.busyProperty();
  }

  /** Why there is nothing to show; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The results that the session's workspace keeps. */
  public KeptResults kept() {
    return kept;
  }

  /** Whether an experiment is under way. */
  public boolean isRunning(Experiment experiment) {
    return running.contains(experiment);
  }

  /** How an experiment stands: {@code running}, {@code 2 results}, {@code interrupted}, or that it was never run. */
  public String stateText(Experiment experiment) {
    if (isRunning(experiment)) {
      return Texts.of("running");
    }
    List<StoredExperiment> all = kept.of(experiment);
    long finished = all.stream().filter(StoredExperiment::isFinished).count();
    if (finished > 0) {
      return Texts.count(finished, "result", "results");
    }
    if (!all.isEmpty()) {
      return Texts.of("interrupted after {0}", Texts.count(all.get(0).units(), "unit", "units"));
    }
    return latest.containsKey(experiment) ? Texts.of("1 result, not kept") : Texts.of("never run");
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession) {
    List.copyOf(handles.values()).forEach(JobHandle::cancel);
    latest.clear();
    loading.clear();
    shown.set(null);
    failure.set(null);
    session.set(newSession);
    kept.show(newSession.workspace().map(Workspace::folder));
    changed();
  }

  private void listed() {
    changed();
    if (shown.get() == null) {
      showNewest();
    }
  }

  private void experimentChosen() {
    loading.clear();
    failure.set(null);
    shown.set(latest.get(chosen.get()));
    if (shown.get() == null) {
      showNewest();
    }
  }

  private void showNewest() {
    if (!isRunning(chosen.get())) {
      kept.of(chosen.get()).stream()
          .filter(StoredExperiment::isFinished)
          .findFirst()
          .ifPresent(this::load);
    }
  }

  private void changed() {
    version.set(version.get() + 1);
  }

  /** Runs the chosen experiment with what its form says, if that makes sense and it is not running. */
  public void start() {
    Experiment experiment = chosen.get();
    ExplorerSession of = session.get();
    if (of == null || isRunning(experiment) || form(experiment).problem().isPresent()) {
      return;
    }
    Map<String, String> values = form(experiment).values();
    failure.set(null);
    loading.clear();
    Consumer<Findings> soFar = jobs.onScreen(findings -> soFar(of, experiment, findings));
    running.add(experiment);
    JobHandle<Shown> handle =
        jobs.start(
            experiment.title(),
            Lane.EXPERIMENT,
            context -> run(of, experiment, values, soFar, context),
            new Outcome<>(
                result -> ended(of, experiment, result, null),
                trouble -> ended(of, experiment, null, trouble),
                () -> ended(of, experiment, null, null)));
    if (isRunning(experiment)) {
      handles.put(experiment, handle);
    }
    changed();
  }

  private Shown run(
      ExplorerSession of,
      Experiment experiment,
      Map<String, String> values,
      Consumer<Findings> soFar,
      JobContext context) {
    return drawn(
        of, services.experiments().run(of, experiment.id(), values, soFar::accept, context));
  }

  private void soFar(ExplorerSession of, Experiment experiment, Findings findings) {
    if (of == session.get() && isRunning(experiment)) {
      Shown partial = Shown.soFar(experiment, findings);
      latest.put(experiment, partial);
      showIfChosen(experiment, partial);
    }
  }

  private void showIfChosen(Experiment experiment, @Nullable Shown now) {
    if (experiment == chosen.get()) {
      shown.set(now);
    }
  }

  private void ended(
      ExplorerSession of,
      Experiment experiment,
      @Nullable Shown result,
      @Nullable Failure trouble) {
    running.remove(experiment);
    handles.remove(experiment);
    if (of != session.get()) {
      return;
    }
    if (result != null) {
      latest.put(experiment, result);
      showIfChosen(experiment, result);
    } else if (trouble != null) {
      latest.remove(experiment);
      showIfChosen(experiment, null);
      failure.set(experiment == chosen.get() ? trouble : failure.get());
    }
    changed();
    kept.refresh();
  }

  /** Stops the chosen experiment; its finished units are kept. */
  public void stop() {
    JobHandle<?> handle = handles.get(chosen.get());
    if (handle != null) {
      handle.cancel();
    }
  }

  /** Shows a kept result, or starts an interrupted one's form with its values. */
  public void load(StoredExperiment one) {
    ExplorerSession of = session.get();
    form(chosen.get()).take(one);
    if (!one.isFinished()) {
      return;
    }
    Path folder = kept.workspace().orElseThrow();
    loading.ask(
        Texts.of("Result of {0}", one.run().experiment()),
        Lane.IO,
        context -> drawn(of, services.experiments().result(folder, one.run().fingerprint())));
  }

  private void loaded(Shown now) {
    if (now != null) {
      latest.put(chosen.get(), now);
      shown.set(now);
    }
  }

  private Shown drawn(ExplorerSession of, ExperimentResult result) {
    return Shown.of(result, thumbnails(of), services.experiments().isSame(of, result.run()));
  }

  private Function<String, Optional<byte[]>> thumbnails(ExplorerSession of) {
    return of.workspace()
        .map(workspace -> services.experiments().thumbnails(workspace.folder()))
        .orElse(path -> Optional.empty());
  }

  /** Holds two kept results side by side. */
  public void compare(StoredExperiment first, StoredExperiment second) {
    Experiment experiment = chosen.get();
    Path folder = kept.workspace().orElseThrow();
    loading.ask(
        Texts.of("Compare two results"),
        Lane.IO,
        context ->
            Shown.of(
                ResultComparison.of(
                    services.experiments().result(folder, first.run().fingerprint()),
                    services.experiments().result(folder, second.run().fingerprint())),
                experiment));
  }

  /** Forgets a kept result, or an interrupted one with its units. */
  public void delete(StoredExperiment one) {
    kept.delete(one, this::deleted);
  }

  private void deleted(StoredExperiment one) {
    boolean visible =
        Optional.ofNullable(shown.get())
            .flatMap(Shown::result)
            .filter(result -> result.run().fingerprint().equals(one.run().fingerprint()))
            .isPresent();
    if (visible) {
      latest.remove(chosen.get());
      shown.set(null);
    }
    kept.refresh();
  }

  /** Opens what a row is about, unless it is about another model. */
  public void open(ResultTable.Row row) {
    Shown now = shown.get();
    if (now != null && now.opens() && row.target().kind() != Target.Kind.NONE) {
      services.open().accept(row.target());
    }
  }

  /** Writes the shown result: as one HTML file, as JSON, or as a folder with tables and figures for any other name. */
  public void write(Path target) {
    ExplorerSession of = session.get();
    Optional.ofNullable(shown.get())
        .flatMap(Shown::result)
        .ifPresent(
            found ->
                jobs.start(
                    Texts.of("Write {0}", target.getFileName()),
                    Lane.IO,
                    context -> ResultWriter.write(found, target, thumbnails(of)),
                    Outcome.of(this::written, notices::show)));
  }

  private void written(Path file) {
    notices.info(
        Texts.of("Written to {0}", file), Texts.of("Show"), () -> services.files().reveal(file));
  }
}
