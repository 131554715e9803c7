package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.EifParameters.Combination;
import eifexplorer.job.JobContext;
import eifexplorer.training.LossSpec;
import eifexplorer.training.MetricLosses;
import java.util.List;

/**
 * The empirical influence function: move the last layer until the query's distance has changed, and see whose loss changed
 * with it. {@code influence_i = mean over thetas of (L_i(theta) - L_i(W)) (d(theta) - d(W))}.
 *
 * <p>This is the direct form: every step moves all of W and every training sample is embedded anew. Liu, Lin, et al.:
 * "Debugging and Explaining Metric Learning Approaches: An Influence Function Based Perspective" (NeurIPS 2022).
 */
public final class EifEstimator implements InfluenceEstimator {
  /** Name on the command line. */
  static final String ID = "eif";

  /** Name for people. */
  static final String TITLE = "Empirical influence function";

  private final EmbeddingBundle bundle;
  private final EifParameters parameters;
  private final TrainingLosses training;
  private final double[][] weight;
  private double[] lossesAtWeight;

  /**
   * An estimator for one model; the losses at its own weight are computed with the first query and kept.
   *
   * @throws eifexplorer.problem.ProblemException if the loss does not fit the proxies
   */
  public EifEstimator(EmbeddingBundle bundle, LossSpec loss, EifParameters parameters) {
    this.bundle = bundle;
    this.parameters = parameters;
    this.training = new TrainingLosses(bundle, MetricLosses.of(loss, bundle.proxies()));
    this.weight = Doubles.rows(bundle.head().weight(), bundle.head().featureSize());
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return TITLE;
  }

  /** The moved weights and how the query's distance changed on the way, without any training sample. */
  public List<ThetaPath> paths(InfluenceQuery query, JobContext context) {
    return new ThetaWalk(new PairDistance(bundle, query), weight, parameters).paths(context);
  }

  @Override
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    List<ThetaPath> paths = paths(query, context);
    double[] before = lossesAtWeight(context);
    double[] influence = new double[before.length];
    double[][] deltaLoss = new double[paths.size()][];
    double[] deltaDistance = new double[paths.size()];
    for (int t = 0; t < paths.size(); t++) {
      deltaLoss[t] = training.at(paths.get(t).weight(), context);
      deltaDistance[t] = paths.get(t).deltaDistance();
      for (int i = 0; i < before.length; i++) {
        deltaLoss[t][i] -= before[i];
        influence[i] += combined(deltaLoss[t][i], deltaDistance[t]) / paths.size();
      }
    }
    return new InfluenceScores(influence, deltaLoss, deltaDistance, paths.get(0).distances()[0]);
  }

  private double combined(double deltaLoss, double deltaDistance) {
    if (parameters.combination() == Combination.PRODUCT) {
      return deltaLoss * deltaDistance;
    }
    return deltaDistance == 0 ? 0 : deltaLoss / deltaDistance;
  }

  private synchronized double[] lossesAtWeight(JobContext context) {
    if (lossesAtWeight == null) {
      lossesAtWeight = training.at(weight, context);
    }
    return lossesAtWeight;
  }
}
