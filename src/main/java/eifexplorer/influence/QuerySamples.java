package eifexplorer.influence;

import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.PackedMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The test samples of several queries, each of which has the gradient {@code dd/dW = sum_k a_k f_k^T} over its samples;
 * immutable.
 */
final class QuerySamples {
  /** Few columns are faster one by one. */
  private static final int FEW = 8;

  private final double[][] features;
  private final double[][] pulls;
  private final int[] queries;
  private final int[] samples;

  private QuerySamples(double[][] features, double[][] pulls, int[] queries, int[] samples) {
    this.features = features;
    this.pulls = pulls;
    this.queries = queries;
    this.samples = samples;
  }

  /**
   * Their samples and gradients at a weight.
   *
   * @param weight W [E][F]
   */
  static QuerySamples of(List<PairDistance> queries, float[][] weight) {
    Map<Integer, Integer> places = new HashMap<>();
    List<double[]> features = new ArrayList<>();
    List<double[]> pulls = new ArrayList<>();
    List<int[]> uses = new ArrayList<>();
    for (int q = 0; q < queries.size(); q++) {
      PairDistance query = queries.get(q);
      double[][] gradients =
          Matrices.rows(query.at(query.embeddings(weight)).gradients(), weight.length);
      for (int k = 0; k < query.samples(); k++) {
        Integer place = places.putIfAbsent(query.testSamples()[k], features.size());
        if (place == null) {
          place = features.size();
          features.add(query.features(k));
        }
        pulls.add(gradients[k]);
        uses.add(new int[] {q, place});
      }
    }
    return new QuerySamples(
        features.toArray(double[][]::new),
        pulls.toArray(double[][]::new),
        uses.stream().mapToInt(use -> use[0]).toArray(),
        uses.stream().mapToInt(use -> use[1]).toArray());
  }

  /**
   * Adds {@code sum_k (g·a_k)(f·f_k)} of some training samples.
   *
   * @param rows f [n,F]
   * @param gradients g [n,E]
   * @param products [q][N]; those from {@code first} on are added to
   */
  void addProducts(double[] rows, double[] gradients, int n, double[][] products, int first) {
    double[] ofFeatures = products(rows, n, features);
    double[] ofPulls = products(gradients, n, pulls);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < pulls.length; k++) {
        products[queries[k]][first + i] +=
            ofPulls[i * pulls.length + k] * ofFeatures[i * features.length + samples[k]];
      }
    }
  }

  /** Products [n,columns] of rows [n,size]. */
  private static double[] products(double[] rows, int n, double[][] columns) {
    if (columns.length > FEW) {
      return PackedMatrix.ofTransposed(columns).leftMultiply(rows, n);
    }
    double[] products = new double[n * columns.length];
    double[][] each = Matrices.rows(rows, columns[0].length);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < columns.length; k++) {
        products[i * columns.length + k] = Doubles.dot(each[i], columns[k]);
      }
    }
    return products;
  }
}
