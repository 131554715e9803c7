package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.ThetaWalk.Moved;
import eifexplorer.job.JobContext;
import eifexplorer.math.Matrices;
import eifexplorer.training.LossSpec;
import eifexplorer.training.MetricLosses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The direct form of {@link EifEstimator}, which is tested against it: every step moves all of W, and every training sample
 * is embedded anew.
 */
public final class DirectEifEstimator implements InfluenceEstimator {
  /** Name on the command line. */
  static final String ID = "eif-direct";

  /** Name for people. */
  static final String TITLE = "Empirical influence function, direct form";

  private final EmbeddingBundle bundle;
  private final EifParameters parameters;
  private final TrainingLosses training;
  private final double[][] weight;
  private double @Nullable [] lossesAtWeight;

  /**
   * An estimator for one model; the losses at its own weight are computed with the first query and kept.
   *
   * @throws eifexplorer.problem.ProblemException if the loss does not fit the proxies
   */
  public DirectEifEstimator(EmbeddingBundle bundle, LossSpec loss, EifParameters parameters) {
    this.bundle = bundle;
    this.parameters = parameters;
    this.training = new TrainingLosses(bundle, MetricLosses.of(loss, bundle.proxies()));
    this.weight = Matrices.rows(bundle.head().weight(), bundle.head().featureSize());
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return TITLE;
  }

  /** How the query's distance changes on the way, theta by theta, without any training sample. */
  public List<ThetaPath> paths(InfluenceQuery query, JobContext context) {
    return thetas(query, context).stream().map(Moved::path).toList();
  }

  List<Moved<DirectTheta>> thetas(InfluenceQuery query, JobContext context) {
    PairDistance pairs = new PairDistance(bundle, query);
    return new ThetaWalk<>(() -> new DirectTheta(pairs, weight), parameters).thetas(context);
  }

  @Override
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    List<Moved<DirectTheta>> thetas = thetas(query, context);
    double[] before = lossesAtWeight(context);
    double[][] deltaLoss = new double[thetas.size()][];
    for (int t = 0; t < deltaLoss.length; t++) {
      deltaLoss[t] = training.at(thetas.get(t).theta().weight(), context);
      for (int i = 0; i < before.length; i++) {
        deltaLoss[t][i] -= before[i];
      }
    }
    return parameters.scores(deltaLoss, thetas.stream().map(Moved::path).toList());
  }

  private synchronized double[] lossesAtWeight(JobContext context) {
    double[] known = lossesAtWeight;
    if (known == null) {
      known = training.at(weight, context);
      lossesAtWeight = known;
    }
    return known;
  }
}
