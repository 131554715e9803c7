package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;
import eifexplorer.math.SampleBlock;

/**
 * How much each training sample holds up its own loss, {@code ||dL_i/dW||²}, with the sign of what it does to the query:
 * {@code sign(<dd/dW, dL_i/dW>) ||dL_i/dW||²}. The size is the same for every query: samples the model had to learn by heart
 * come first, whatever is asked. Pruthi et al.: "Estimating Training Data Influence by Tracing Gradient Descent" (NeurIPS
 * 2020), section 4.1, at the model's own weight.
 */
public final class SelfInfluenceEstimator implements InfluenceEstimator {
  /** Name on the command line. */
  static final String ID = "self-influence";

  /** Name for people. */
  static final String TITLE = "Self-influence";

  private final EmbeddingBundle bundle;
  private final TrainingDerivatives training;

  /**
   * An estimator for one model; the samples' gradients are computed with the first query and kept.
   *
   * @throws eifexplorer.problem.ProblemException if the loss has several centres a class
   */
  public SelfInfluenceEstimator(TrainingPasses model) {
    this.bundle = model.bundle();
    this.training = model.derivatives();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    PairDistance pairs = new PairDistance(bundle, query);
    double[] embeddings = training.embeddings(pairs);
    double distance = InverseHessian.distance(pairs, embeddings);
    DistanceGradient gradient = DistanceGradient.of(pairs, embeddings);
    double[] influence = new double[training.size()];
    training.overTiles(
        context,
        (first, tile, read) -> {
          SampleBlock gradients = tile.gradients();
          double[] dots = gradient.dots(gradients, read);
          double[] squares = gradients.squares();
          double[] featureSquares = read.squares();
          for (int j = 0; j < dots.length; j++) {
            influence[first + j] = Math.signum(dots[j]) * squares[j] * featureSquares[j];
          }
        });
    return new InfluenceScores(influence, new double[0][], new double[0], distance);
  }
}
