package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.UnitRows;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distance of a query as a function of the last layer's weight: the mean over its pairs of {@code d = ||n(e1) -
 * n(e2)||²}, 0..4, with {@code e = W f + b} and {@code n(v) = v / max(||v||, 1e-12)}.
 *
 * <p>Its gradient is {@code dd/dW = sum_j g_j f_j^T} over the query's m distinct test samples, where {@code g_j = dd/de_j};
 * for one pair {@code g1 = 2 (I - u1 u1^T)(u1 - u2) / ||e1||}. The difference u1 - u2 is taken first, so that equal
 * embeddings give exactly 0, not rounding noise. Immutable; everything in double precision.
 */
public final class PairDistance {
  private final int[] testSamples;
  private final double[][] features;
  private final double[] bias;
  private final int[] firsts;
  private final int[] seconds;

  /**
   * Takes the features of the query's test samples.
   *
   * @throws ProblemException if the query names a sample outside the test set
   */
  public PairDistance(EmbeddingBundle bundle, InfluenceQuery query) {
    this(bundle.testFeatures(), bundle.head().bias(), query);
  }

  /** As the other one, with test features [M,F] and the bias [E]. */
  PairDistance(FeatureMatrix testFeatures, float[] bias, InfluenceQuery query) {
    List<TestPair> pairs = query.pairs();
    int[] samples =
        pairs.stream()
            .flatMapToInt(pair -> IntStream.of(pair.first(), pair.second()))
            .distinct()
            .sorted()
            .toArray();
    if (samples[samples.length - 1] >= testFeatures.rows()) {
      throw new ProblemException(
          "There is no test sample " + samples[samples.length - 1],
          query.title(),
          "Test samples are numbered 0 to " + (testFeatures.rows() - 1) + ".");
    }
    this.testSamples = samples;
    this.features = new double[samples.length][];
    for (int j = 0; j < samples.length; j++) {
      features[j] = Doubles.of(testFeatures.row(samples[j]));
    }
    this.bias = Doubles.of(bias);
    this.firsts = places(samples, pairs.stream().mapToInt(TestPair::first).toArray());
    this.seconds = places(samples, pairs.stream().mapToInt(TestPair::second).toArray());
  }

  private static int[] places(int[] samples, int[] wanted) {
    int[] places = new int[wanted.length];
    for (int p = 0; p < wanted.length; p++) {
      places[p] = Arrays.binarySearch(samples, wanted[p]);
    }
    return places;
  }

  /**
   * Distance and gradient at some embeddings of the query's samples.
   *
   * @param distance 0..4
   * @param gradients d distance / d embedding [m,E]
   */
  record Value(double distance, double[] gradients) {}

  /** m. */
  int samples() {
    return features.length;
  }

  /** Test indices [m], ascending; not to be changed. */
  int[] testSamples() {
    return testSamples;
  }

  /** Features [F] of the j-th sample; not to be changed. */
  double[] features(int j) {
    return features[j];
  }

  /** Component r of the j-th sample's embedding, given row r of the weight [F]. */
  double embedding(int j, int r, double[] weightRow) {
    return bias[r] + Doubles.dot(weightRow, features[j]);
  }

  /** Embeddings [m,E] of the query's samples with weight rows [E][F]. */
  double[] embeddings(double[][] weight) {
    double[] embeddings = new double[samples() * bias.length];
    for (int j = 0; j < samples(); j++) {
      for (int r = 0; r < bias.length; r++) {
        embeddings[j * bias.length + r] = embedding(j, r, weight[r]);
      }
    }
    return embeddings;
  }

  /** The same with weight rows that are stored in single precision. */
  double[] embeddings(float[][] weight) {
    double[] embeddings = new double[samples() * bias.length];
    double[] row = new double[weight[0].length];
    for (int r = 0; r < bias.length; r++) {
      for (int c = 0; c < row.length; c++) {
        row[c] = weight[r][c];
      }
      for (int j = 0; j < samples(); j++) {
        embeddings[j * bias.length + r] = embedding(j, r, row);
      }
    }
    return embeddings;
  }

  /** Number of pairs. */
  int pairCount() {
    return firsts.length;
  }

  /** Which of the m samples a pair's first is. */
  int first(int pair) {
    return firsts[pair];
  }

  /** Which of the m samples a pair's second is. */
  int second(int pair) {
    return seconds[pair];
  }

  /** Embeddings [m,E] brought to length 1 [m][E]. */
  double[][] units(double[] embeddings) {
    return Matrices.rows(UnitRows.of(embeddings, bias.length).units(), bias.length);
  }

  /** Distance and gradient at embeddings [m,E], or at their coordinates [m,r] in an orthonormal basis. */
  Value at(double[] embeddings) {
    int size = embeddings.length / samples();
    UnitRows rows = UnitRows.of(embeddings, size);
    double[] u = rows.units();
    double[] gradients = new double[u.length];
    double share = 1.0 / firsts.length;
    double sum = 0;
    for (int p = 0; p < firsts.length; p++) {
      int a = firsts[p] * size;
      int b = seconds[p] * size;
      for (int r = 0; r < size; r++) {
        double difference = u[a + r] - u[b + r];
        sum += difference * difference;
        gradients[a + r] += 2 * share * difference;
        gradients[b + r] -= 2 * share * difference;
      }
    }
    rows.toRowGradients(gradients);
    return new Value(sum * share, gradients);
  }

  /** The distance with weight rows [E][F]. */
  public double distance(double[][] weight) {
    return at(embeddings(weight)).distance();
  }

  /** d distance / d weight [E][F] with weight rows [E][F]. */
  public double[][] gradient(double[][] weight) {
    return gradient(embeddings(weight));
  }

  /** d distance / d weight [E][F] at embeddings [m,E]. */
  double[][] gradient(double[] embeddings) {
    double[] gradients = at(embeddings).gradients();
    double[][] out = new double[bias.length][features[0].length];
    for (int r = 0; r < out.length; r++) {
      addGradient(out[r], r, gradients, 1);
    }
    return out;
  }

  /** d distance / d embedding of both samples of every pair for itself, [P][2][E], at embeddings [m,E]. */
  double[][][] pairGradients(double[] embeddings) {
    int size = bias.length;
    double[][][] all = new double[firsts.length][][];
    for (int p = 0; p < all.length; p++) {
      double[] both = new double[2 * size];
      System.arraycopy(embeddings, firsts[p] * size, both, 0, size);
      System.arraycopy(embeddings, seconds[p] * size, both, size, size);
      UnitRows rows = UnitRows.of(both, size);
      double[] u = rows.units();
      double[] gradients = new double[u.length];
      for (int r = 0; r < size; r++) {
        gradients[r] = 2.0 / firsts.length * (u[r] - u[size + r]);
        gradients[size + r] = -gradients[r];
      }
      rows.toRowGradients(gradients);
      all[p] = Matrices.rows(gradients, size);
    }
    return all;
  }

  /** Adds {@code factor} times row r of the gradient, given the embeddings' gradients [m,E]. */
  void addGradient(double[] row, int r, double[] gradients, double factor) {
    for (int j = 0; j < features.length; j++) {
      Doubles.addScaled(row, factor * gradients[j * bias.length + r], features[j]);
    }
  }
}
