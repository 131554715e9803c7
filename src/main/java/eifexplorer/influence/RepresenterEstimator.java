package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;

/**
 * What every training sample contributes to the difference of a pair's cosines with the proxies, {@code z1 - z2} [C]: {@code
 * influence_i = -<z1 - z2, alpha_i> <f_i, f1 - f2>}, the mean over the query's pairs.
 *
 * <p>As in the representer theorem for a linear last layer, cosines are taken as sums over the training samples of {@code
 * alpha_i <f_i, f>} with {@code alpha_i = -dL_i/dlogits = onehot(y_i) - softmax_i}; their squared difference then falls into
 * parts, and a sample whose part is below zero keeps the pair together. The unknown common factor (regularisation) is left
 * out. Yeh, Kim, et al.: "Representer Point Selection for Explaining Deep Neural Networks" (NeurIPS 2018), applied to pairs.
 */
public final class RepresenterEstimator implements InfluenceEstimator {
  /** Name on the command line. */
  static final String ID = "representer";

  /** Name for people. */
  static final String TITLE = "Representer points, proxy similarity";

  private final EmbeddingBundle bundle;
  private final TrainingDerivatives training;

  /**
   * An estimator for one model; the samples' softmax values are computed with the first query and kept.
   *
   * @throws eifexplorer.problem.ProblemException if the loss has several centres a class
   */
  public RepresenterEstimator(TrainingPasses model) {
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
    double[][] units = pairs.units(embeddings);
    float[][] cosineGaps = new float[pairs.pairCount()][];
    float[][] featureGaps = new float[pairs.pairCount()][];
    for (int p = 0; p < cosineGaps.length; p++) {
      int a = pairs.first(p);
      int b = pairs.second(p);
      cosineGaps[p] = cosines(Doubles.difference(units[a], units[b]));
      featureGaps[p] = Doubles.floats(Doubles.difference(pairs.features(a), pairs.features(b)));
    }
    double[] influence = new double[training.size()];
    training.overTiles(
        context,
        (first, tile, read) -> {
          float[][] kernels = read.times(featureGaps);
          float[][] expected = tile.probabilities().times(cosineGaps);
          for (int j = 0; j < tile.size(); j++) {
            double sum = 0;
            for (int p = 0; p < kernels.length; p++) {
              sum += (cosineGaps[p][tile.labels()[j]] - expected[p][j]) * kernels[p][j];
            }
            influence[first + j] = -sum / kernels.length;
          }
        });
    return new InfluenceScores(influence, new double[0][], new double[0], distance);
  }

  /** Products of a vector [E] with the unit proxies [C]. */
  private float[] cosines(double[] vector) {
    float[][] proxies = training.proxies();
    float[] products = new float[proxies.length];
    for (int c = 0; c < products.length; c++) {
      products[c] = (float) Doubles.dot(vector, Doubles.of(proxies[c]));
    }
    return products;
  }
}
