package eifexplorer.session;

import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.Gate;
import eifexplorer.job.JobContext;

/**
 * A session's estimator as a person uses it: its queries are urgent, and what it said lately or in advance is not computed
 * again.
 *
 * @param estimator answers them
 * @param kept the session's others
 */
record InteractiveEstimator(InfluenceEstimator estimator, KeptEstimators kept)
    implements InfluenceEstimator {
  /** EIF with its standard parameters, which a session begins with. */
  static InteractiveEstimator standard(TrainingPasses model) {
    return new KeptEstimators(model).interactive(new EifEstimator(model, EifParameters.DEFAULT));
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
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    return kept.recent()
        .get(estimator, query, () -> gate().urgent(() -> estimator.estimate(query, context)));
  }

  /** In advance, which is not urgent. */
  @Override
  public void foresee(InfluenceQuery query, JobContext context) {
    context.givingWayAt(gate()).giveWay();
    kept.recent().get(estimator, query, () -> estimator.estimate(query, context));
  }
}
