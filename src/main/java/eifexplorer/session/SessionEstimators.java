package eifexplorer.session;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.session.KeptEstimators.Setting;
import java.util.Map;

/** The estimators of sessions: each is made once for a session and its settings. */
final class SessionEstimators {
  private final InfluenceEstimators estimators;

  SessionEstimators(InfluenceEstimators estimators) {
    this.estimators = estimators;
  }

  /**
   * An estimator by its name.
   *
   * @param options its settings by name; those not given have their standard values
   * @throws eifexplorer.problem.ProblemException for an unknown name, setting or value
   */
  InfluenceEstimator get(ExplorerSession session, String id, Map<String, String> options) {
    EstimatorFactory factory = estimators.byId(id);
    if (session.estimator() instanceof InteractiveEstimator own) {
      KeptEstimators kept = own.kept();
      return kept.get(
          new Setting(id, EstimatorOption.changed(factory.options(), options)),
          () -> estimators.create(id, kept.model(), withHistory(session, factory, options)));
    }
    return estimators.create(
        id,
        estimators.passes(session.bundle(), session.loss()),
        withHistory(session, factory, options));
  }

  /** As {@link #get} gives it, but one that is not kept yet is not kept: for work that is done once. */
  InfluenceEstimator passing(ExplorerSession session, String id) {
    EstimatorFactory factory = estimators.byId(id);
    if (session.estimator() instanceof InteractiveEstimator own) {
      KeptEstimators kept = own.kept();
      Setting setting = new Setting(id, Map.of());
      return kept.find(setting)
          .orElseGet(
              () ->
                  kept.interactive(
                      setting,
                      estimators.create(
                          id, kept.model(), withHistory(session, factory, Map.of()))));
    }
    return get(session, id, Map.of());
  }

  /** Of all there are those that the session's model allows; none is kept for that. */
  FittingEstimators fitting(ExplorerSession session) {
    return FittingEstimators.of(
        estimators,
        estimators.all().stream().map(EstimatorFactory::id).toList(),
        id -> passing(session, id));
  }

  private static Map<String, String> withHistory(
      ExplorerSession session, EstimatorFactory factory, Map<String, String> options) {
    return EstimatorOption.withHistory(factory.options(), options, ModelHistory.of(session));
  }
}
