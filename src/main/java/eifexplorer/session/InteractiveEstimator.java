package eifexplorer.session;

import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.Gate;
import eifexplorer.job.JobContext;

/**
 * A session's estimator as a person uses it: its queries are urgent.
 *
 * @param estimator answers them
 * @param gate where background work gives way
 */
record InteractiveEstimator(InfluenceEstimator estimator, Gate gate) implements InfluenceEstimator {
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
    return gate.urgent(() -> estimator.estimate(query, context));
  }
}
