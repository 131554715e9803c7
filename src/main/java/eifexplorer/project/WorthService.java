package eifexplorer.project;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ExperimentRun;
import eifexplorer.experiment.ExperimentStore;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.StoredExperiment;
import eifexplorer.experiment.attribution.LdsCost;
import eifexplorer.experiment.attribution.LdsMeasurement;
import eifexplorer.experiment.attribution.LinearDatamodelingScore;
import eifexplorer.experiment.attribution.ModelWorth;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ResultKeys;
import eifexplorer.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what was measured of a model's estimators out of its workspace's experiments, and measures what is missing. */
public final class WorthService implements EstimatorWorths {
  private static final Logger LOG = LoggerFactory.getLogger(WorthService.class);
  private static final int SUBSETS = 32;
  private static final int SEEDS = 2;

  /** What every estimator is held against, where it is not one of them itself and the model is of a kind for it. */
  private static final List<String> USUAL = List.of("eif", "gradient-dot", "trak", "tracin");

  private final InfluenceEstimators estimators;
  private final ExperimentService experiments;

  /** Measures with these experiments. */
  public WorthService(InfluenceEstimators estimators, ExperimentService experiments) {
    this.estimators = estimators;
    this.experiments = experiments;
  }

  @Override
  public ModelWorth known(ExplorerSession session) {
    return session
        .workspace()
        .map(workspace -> known(session, workspace))
        .orElseGet(() -> new ModelWorth(estimators, List.of(), List.of()));
  }

  private ModelWorth known(ExplorerSession session, Workspace workspace) {
    ExperimentStore store = new ExperimentStore(workspace);
    List<ExperimentRun> runs =
        store.list().experiments().stream()
            .filter(StoredExperiment::isFinished)
            .map(StoredExperiment::run)
            .filter(run -> run.experiment().equals(LinearDatamodelingScore.ID))
            .toList();
    List<LdsMeasurement> current = new ArrayList<>();
    List<LdsMeasurement> former = new ArrayList<>();
    String model =
        runs.isEmpty()
            ? ""
            : new ModelStore(workspace)
                .ofHead(session.bundle().head())
                .map(ModelCard::id)
                .orElse("");
    for (ExperimentRun run : runs) {
      if (ResultKeys.isOfModel(session, run.modelFingerprint())) {
        measurement(store, run).ifPresent(current::add);
      } else if (!model.isEmpty() && model.equals(run.model())) {
        measurement(store, run).ifPresent(former::add);
      }
    }
    return new ModelWorth(estimators, current, former);
  }

  /** A damaged result says nothing here; the list of experiments tells of it. */
  private static Optional<LdsMeasurement> measurement(ExperimentStore store, ExperimentRun run) {
    try {
      return store.findIntact(run.fingerprint()).flatMap(LdsMeasurement::of);
    } catch (ProblemException e) {
      LOG.warn("A measurement of estimators is passed over. {}", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public Plan plan(
      ExplorerSession session, String id, Map<String, String> options, JobContext context) {
    ExperimentInputs inputs = experiments.inputs(session);
    FittingEstimators fitting = inputs.fitting(USUAL);
    List<String> measured = new ArrayList<>(fitting.ids());
    String own = EstimatorOption.text(id, options);
    if (!measured.contains(own)) {
      measured.add(own);
    }
    Map<String, String> given =
        Map.of(
            LinearDatamodelingScore.SUBSETS,
            String.valueOf(SUBSETS),
            LinearDatamodelingScore.SEEDS,
            String.valueOf(SEEDS),
            LinearDatamodelingScore.ESTIMATORS,
            String.join(",", measured));
    int kept =
        SEEDS
            * experiments
                .units(session, LinearDatamodelingScore.ID, given)
                .count(LinearDatamodelingScore::isTraining);
    Duration whole =
        LdsCost.expected(inputs, ParameterValues.of(experiment().parameters(), given), context);
    int left = SUBSETS * SEEDS - kept;
    return new Plan(
        given, kept, left, whole.multipliedBy(left).dividedBy(SUBSETS * SEEDS), fitting.notes());
  }

  private Experiment experiment() {
    return experiments.byId(LinearDatamodelingScore.ID);
  }

  @Override
  public ModelWorth measure(ExplorerSession session, Plan plan, JobContext context) {
    ExperimentResult result =
        experiments.run(
            session, LinearDatamodelingScore.ID, plan.values(), ExperimentObserver.NONE, context);
    ModelWorth kept = known(session);
    return session.workspace().isPresent()
        ? kept
        : LdsMeasurement.of(result).map(kept::with).orElse(kept);
  }
}
