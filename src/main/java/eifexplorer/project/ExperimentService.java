package eifexplorer.project;

import eifexplorer.experiment.EarlierValues;
import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentListing;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ExperimentRun;
import eifexplorer.experiment.ExperimentStore;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.StoredExperiment;
import eifexplorer.experiment.attribution.BothMeasures;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.RootGoneException;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ModelHistory;
import eifexplorer.session.ResultKeys;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs experiments on sessions and finds their results again. Every method runs on the calling thread; submit {@link #run}
 * as one job. Cancelling it loses nothing: the same call goes on.
 */
public final class ExperimentService implements Experiments {
  private final MatrixMath math;
  private final Registries registries;
  private final DatasetReferences datasets;
  private final Consumer<Path> ensurePicture;
  private final ExperimentRuns runs;

  /**
   * Runs experiments of the registry.
   *
   * @param ensurePicture makes sure that a picture is there to be read
   * @param version of the program, part of a result's identity
   */
  public ExperimentService(
      Registries registries,
      MatrixMath math,
      DatasetReferences datasets,
      Consumer<Path> ensurePicture,
      String version) {
    this.registries = registries;
    this.math = math;
    this.datasets = datasets;
    this.ensurePicture = ensurePicture;
    this.runs = new ExperimentRuns(math, version);
  }

  @Override
  public List<Experiment> all() {
    return registries.experiments();
  }

  /** One by its id. Throws {@link ProblemException} naming all if there is none. */
  public Experiment byId(String id) {
    return all().stream()
        .filter(experiment -> experiment.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badValue(
                    "experiment",
                    id,
                    all().stream().map(Experiment::id).collect(Collectors.joining(", "))));
  }

  @Override
  public ExperimentResult run(
      ExplorerSession session,
      String id,
      Map<String, String> given,
      ExperimentObserver observer,
      JobContext context) {
    Experiment experiment = byId(id);
    ParameterValues values = ParameterValues.of(experiment.parameters(), given);
    ExperimentRun run = runs.describe(session, experiment, values);
    Optional<ExperimentStore> store = session.workspace().map(ExperimentStore::new);
    Optional<ExperimentResult> kept = store.flatMap(in -> in.findIntact(run.fingerprint()));
    if (kept.isPresent()) {
      observer.soFar(kept.get().findings());
      return store.map(in -> besideOther(in, kept.get())).orElse(kept.get());
    }
    FinishedUnits units = store.map(in -> in.begin(run)).orElseGet(FinishedUnits::inMemory);
    store.ifPresent(in -> adopt(in, session, run, values, units));
    Findings findings;
    try {
      findings = experiment.run(inputs(session), values, units, observer, context);
    } catch (ProblemException e) {
      store.filter(in -> units.size() == 0).ifPresent(in -> in.delete(run.fingerprint()));
      throw e;
    }
    ExperimentResult result =
        new ExperimentResult(
            run,
            experiment.title(),
            experiment.question(),
            findings,
            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
            units.seconds());
    store.ifPresent(in -> in.save(result));
    observer.soFar(findings);
    return store.map(in -> besideOther(in, result)).orElse(result);
  }

  /** With what an earlier version did otherwise; unchanged if this one has no such experiment. */
  private ExperimentResult noted(ExperimentResult result) {
    return all().stream()
        .filter(one -> one.id().equals(result.run().experiment()))
        .findFirst()
        .map(one -> result.withFindings(EarlierValues.noted(one, result)))
        .orElse(result);
  }

  /** The result with what another experiment on the same model says of the same estimators. */
  private ExperimentResult besideOther(ExperimentStore store, ExperimentResult result) {
    Optional<String> wanted = BothMeasures.counterpart(result.run().experiment());
    if (wanted.isEmpty() || !BothMeasures.isOfPairs(result.run())) {
      return result;
    }
    List<ExperimentResult> others =
        store.list().experiments().stream()
            .filter(StoredExperiment::isFinished)
            .map(StoredExperiment::run)
            .filter(run -> run.experiment().equals(wanted.get()))
            .filter(run -> run.modelFingerprint().equals(result.run().modelFingerprint()))
            .filter(BothMeasures::isOfPairs)
            .flatMap(run -> store.findIntact(run.fingerprint()).stream())
            .toList();
    return BothMeasures.mostTelling(others)
        .map(other -> new BothMeasures(registries.estimators()).beside(result, other))
        .map(result::withFindings)
        .orElse(result);
  }

  /** The units of an experiment on a session's model that need not be done again; none of them is written anywhere. */
  FinishedUnits units(ExplorerSession session, String id, Map<String, String> given) {
    Experiment experiment = byId(id);
    ParameterValues values = ParameterValues.of(experiment.parameters(), given);
    ExperimentRun run = runs.describe(session, experiment, values);
    FinishedUnits units = FinishedUnits.inMemory();
    session
        .workspace()
        .map(ExperimentStore::new)
        .ifPresent(
            store -> {
              units.adopt(store.units(run.fingerprint()), unit -> true);
              adopt(store, session, run, values, units);
            });
    return units;
  }

  /** Takes over what other runs of the experiment on the same model have done already. */
  private void adopt(
      ExperimentStore store,
      ExplorerSession session,
      ExperimentRun run,
      ParameterValues values,
      FinishedUnits units) {
    Experiment experiment = byId(run.experiment());
    for (StoredExperiment stored : store.list().experiments()) {
      ExperimentRun other = stored.run();
      if (other.experiment().equals(run.experiment())
          && !other.fingerprint().equals(run.fingerprint())
          && other.modelFingerprint().equals(run.modelFingerprint())) {
        valuesOf(experiment, other)
            .filter(
                with ->
                    runs.describe(session, experiment, with)
                        .fingerprint()
                        .equals(other.fingerprint()))
            .ifPresent(
                with ->
                    units.adopt(
                        store.units(other.fingerprint()),
                        unit -> experiment.shares(unit, with, values)));
      }
    }
  }

  /** Empty for those of another version that knew other values. */
  private static Optional<ParameterValues> valuesOf(Experiment experiment, ExperimentRun run) {
    try {
      return Optional.of(ParameterValues.of(experiment.parameters(), run.parameters()));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** What experiments on a session run on. */
  ExperimentInputs inputs(ExplorerSession session) {
    return new ExperimentInputs(
        session.dataset(),
        session.bundle(),
        session.loss(),
        session.confusions(),
        math,
        registries.estimators(),
        ModelHistory.of(session));
  }

  @Override
  public ExperimentListing list(Path workspace) {
    return store(workspace).list();
  }

  /**
   * One by its fingerprint or the beginning of it.
   *
   * @throws ProblemException if there is none, or several begin like that
   */
  public StoredExperiment find(Path workspace, String fingerprint) {
    return store(workspace).get(fingerprint);
  }

  @Override
  public ExperimentResult result(Path workspace, String fingerprint) {
    ExperimentStore store = store(workspace);
    return besideOther(store, noted(store.result(fingerprint)));
  }

  /**
   * Goes on with an interrupted experiment.
   *
   * @throws ProblemException if it was begun with other weights, labels or another version of the program
   */
  public ExperimentResult resume(
      ExplorerSession session,
      StoredExperiment stored,
      ExperimentObserver observer,
      JobContext context) {
    requireSame(session, stored.run());
    Experiment experiment = byId(stored.run().experiment());
    return run(
        session,
        experiment.id(),
        experiment.completed(stored.run().parameters()),
        observer,
        context);
  }

  /**
   * Makes sure that a result is about this session, so that its pairs, classes and images may be opened in it.
   *
   * @throws ProblemException if it was made with other weights or labels
   */
  public void requireSame(ExplorerSession session, ExperimentRun run) {
    if (!isSame(session, run)) {
      throw new ProblemException(
          "The result was made with another model, or the labels have changed since",
          run.experiment() + " " + run.fingerprint() + " of " + run.modelTitle(),
          "Run it again, or open that model.");
    }
  }

  @Override
  public boolean isSame(ExplorerSession session, ExperimentRun run) {
    return ResultKeys.isOfModel(session, run.modelFingerprint());
  }

  @Override
  public Function<String, Optional<byte[]>> thumbnails(Path workspace) {
    Workspace opened = Workspace.open(workspace);
    RootGoneException.check(opened);
    return new ReportThumbnails(datasets.open(opened.manifest().dataset()), ensurePicture);
  }

  /** Forgets what is kept of an experiment on a session's model with these parameters, if anything is. */
  public void forget(ExplorerSession session, String id, Map<String, String> given) {
    Experiment experiment = byId(id);
    String fingerprint =
        runs.describe(session, experiment, ParameterValues.of(experiment.parameters(), given))
            .fingerprint();
    session
        .workspace()
        .map(ExperimentStore::new)
        .filter(store -> store.contains(fingerprint))
        .ifPresent(store -> store.delete(fingerprint));
  }

  @Override
  public void delete(Path workspace, String fingerprint) {
    store(workspace).delete(fingerprint);
  }

  private static ExperimentStore store(Path workspace) {
    return new ExperimentStore(Workspace.open(workspace));
  }
}
