package eifexplorer.session;

import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.Gate;
import eifexplorer.job.JobContext;
import java.util.Map;

/**
 * A session's estimator as a person uses it: its queries are urgent, and what it said lately or in advance is not computed
 * again.
 *
 * @param estimator answers them
 * @param setting its own, under which answers are kept: they must not hold an estimator that has been dropped
 * @param kept the session's others
 */
record InteractiveEstimator(
    InfluenceEstimator estimator, KeptEstimators.Setting setting, KeptEstimators kept)
    implements InfluenceEstimator {
  /** EIF with its standard parameters, which a session begins with. */
  static InteractiveEstimator standard(TrainingPasses model) {
    EifEstimator eif = new EifEstimator(model, EifParameters.DEFAULT);
    return new KeptEstimators(model)
        .interactive(new KeptEstimators.Setting(eif.id(), Map.of()), eif);
  }

  /** Where background work gives way. */
  Gate gate() {
    return kept.gate();
  }

  @Override
  public String id() {
    return estimator.id();
  }

  @Override
  public String title() {
    return estimator.title();
  }

  @Override
  public long mostKept() {
    return estimator.mostKept();
  }

  @Override
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    return kept.recent()
        .get(setting, query, () -> gate().urgent(() -> estimator.estimate(query, context)));
  }

  /** In advance, which is not urgent. */
  @Override
  public void foresee(InfluenceQuery query, JobContext context) {
    context.givingWayAt(gate()).giveWay();
    kept.recent().get(setting, query, () -> estimator.estimate(query, context));
  }
}
