package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;

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
    double distance = InverseHessian.distance(pairs, training.weight());
    double[][] gradient = pairs.gradient(training.weight());
    float[][] h = Matrices.floats(gradient);
    double[] influence = new double[training.size()];
    double length = Math.sqrt(squares(gradient));
    training.overTiles(
        context,
        (first, tile, read) -> {
          float[][] gradients = tile.gradients();
          double[] dots = GradientTile.dots(gradients, read.times(h));
          double[] squares = GradientTile.dots(gradients, gradients);
          for (int j = 0; j < dots.length; j++) {
            double size = length * Math.sqrt(squares[j]) * read.length(j);
            double cosine = size == 0 ? 0 : dots[j] / size;
            influence[first + j] = form == Form.DOT ? dots[j] : cosine;
          }
        });
    return new InfluenceScores(influence, new double[0][], new double[0], distance);
  }

  /** The query's distance at the model's weight. */
  double distance(InfluenceQuery query) {
    return InverseHessian.distance(new PairDistance(bundle, query), training.weight());
  }

  private static double squares(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) {
      sum += Doubles.dot(row, row);
    }
    return sum;
  }
}
