package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;

/**
 * The influence function: {@code <H^-1 dd/dW, dL_i/dW>} with the Hessian H of the training losses by the last layer's weight.
 * Koh, Liang: "Understanding Black-box Predictions via Influence Functions" (ICML 2017). The authors of EIF show it with the
 * other sign; here positive is harmful as everywhere.
 */
public final class HessianEstimator implements InfluenceEstimator {
  private final String id;
  private final String title;
  private final EmbeddingBundle bundle;
  private final InverseHessian inverse;
  private final TrainingDerivatives training;

  /** An estimator for one model. Throws {@link eifexplorer.problem.ProblemException} for several centres a class. */
  HessianEstimator(String id, String title, TrainingPasses model, InverseHessian inverse) {
    this.id = id;
    this.title = title;
    this.bundle = model.bundle();
    this.inverse = inverse;
    this.training = model.derivatives();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public long mostKept() {
    return inverse.mostKept(training);
  }

  @Override
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    PairDistance pairs = new PairDistance(bundle, query);
    double distance = InverseHessian.distance(pairs, training.embeddings(pairs));
    double[] influence = inverse.products(pairs, training, context);
    return new InfluenceScores(influence, new double[0][], new double[0], distance);
  }
}
