package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.SampleBlock;

/**
 * The first-order form of EIF: {@code <dd/dW, dL_i/dW>}, how a sample's loss grows when the query's distance does. As one
 * checkpoint of Pruthi et al.: "Estimating Training Data Influence by Tracing Gradient Descent" (NeurIPS 2020); or, divided
 * by the size of both gradients, their cosine, which does not favour samples with large losses: Hanawa et al.: "Evaluation
 * of Similarity-Based Explanations" (ICLR 2021).
 */
public final class GradientDotEstimator implements InfluenceEstimator {
  /** Which product. */
  public enum Form {
    /** The plain product. */
    DOT("gradient-dot", "Gradient dot product"),
    /** The cosine. */
    COSINE("gradient-cosine", "Gradient cosine");

    private final String id;
    private final String title;

    Form(String id, String title) {
      this.id = id;
      this.title = title;
    }

    String id() {
      return id;
    }

    String title() {
      return title;
    }
  }

  private final EmbeddingBundle bundle;
  private final Form form;
  private final TrainingDerivatives training;

  /**
   * An estimator for one model; the samples' gradients are computed with the first query and kept.
   *
   * @throws eifexplorer.problem.ProblemException if the loss has several centres a class
   */
  public GradientDotEstimator(TrainingPasses model, Form form) {
    this.bundle = model.bundle();
    this.form = form;
    this.training = model.derivatives();
  }

  @Override
  public String id() {
    return form.id();
  }

  @Override
  public String title() {
    return form.title();
  }

  @Override
  public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
    PairDistance pairs = new PairDistance(bundle, query);
    double[] embeddings = training.embeddings(pairs);
    double distance = InverseHessian.distance(pairs, embeddings);
    DistanceGradient gradient = DistanceGradient.of(pairs, embeddings);
    double length = form == Form.DOT ? 1 : Math.sqrt(squares(pairs.gradient(embeddings)));
    double[] influence = new double[training.size()];
    training.overTiles(
        context,
        (first, tile, read) -> {
          SampleBlock gradients = tile.gradients();
          double[] dots = gradient.dots(gradients, read);
          if (form == Form.COSINE) {
            toCosines(dots, length, gradients.squares(), read.squares());
          }
          System.arraycopy(dots, 0, influence, first, dots.length);
        });
    return new InfluenceScores(influence, new double[0][], new double[0], distance);
  }

  private static void toCosines(
      double[] dots, double length, double[] squares, double[] featureSquares) {
    for (int j = 0; j < dots.length; j++) {
      double size = length * Math.sqrt(squares[j] * featureSquares[j]);
      dots[j] = size == 0 ? 0 : dots[j] / size;
    }
  }

  private static double squares(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) {
      sum += Doubles.dot(row, row);
    }
    return sum;
  }
}
