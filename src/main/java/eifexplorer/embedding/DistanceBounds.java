package eifexplorer.embedding;

import eifexplorer.job.ComputePool;

/**
 * What a float32 product {@code s = q·g} tells of the rank of g: {@code offset - scale s}, give or take a slack.
 *
 * <p>A float32 product of length d, summed in any order, is off by at most {@code γ ‖q‖ ‖g‖} with {@code γ = d u / (1 -
 * d u)} and {@code u = 2⁻²⁴} (Higham, Accuracy and Stability of Numerical Algorithms, section 3.1). Euclidean distances
 * do not change when all points move, so both sides are first centred: lengths, and with them the slack, are smallest
 * then.
 */
final class DistanceBounds {
  private static final double UNIT = 0x1p-24;

  private final Metric metric;
  private final float[] centre;
  private final double gamma;
  private final double[] norms;

  /** Looks at every row of the gallery once. */
  DistanceBounds(FeatureMatrix gallery, Metric metric) {
    this(gallery, metric, metric == Metric.EUCLIDEAN ? mean(gallery) : new float[0]);
  }

  /** Bounds from products of the rows as they are, a little wider. */
  static DistanceBounds uncentred(FeatureMatrix gallery, Metric metric) {
    return new DistanceBounds(gallery, metric, new float[0]);
  }

  private DistanceBounds(FeatureMatrix gallery, Metric metric, float[] centre) {
    int d = gallery.columns();
    this.metric = metric;
    this.gamma = (d * UNIT) / (1 - d * UNIT) + 8 * UNIT;
    this.centre = centre;
    this.norms = new double[gallery.rows()];
    ComputePool.shared()
        .forEach(norms.length, i -> norms[i] = Embeddings.norm(centred(gallery, i, i + 1), 0, d));
  }

  /** Rows {@code from} to {@code to}, moved as the products need them. */
  float[] centred(FeatureMatrix matrix, int from, int to) {
    int d = matrix.columns();
    float[] block = new float[(to - from) * d];
    matrix.copyRows(from, to, block, 0);
    if (centre.length > 0) {
      for (int start = 0; start < block.length; start += d) {
        for (int c = 0; c < d; c++) {
          block[start + c] -= centre[c];
        }
      }
    }
    return block;
  }

  /** Offers to {@code candidates} what may be near: {@code products[start + j]} is that of gallery row {@code first + j}. */
  void offer(
      float[] products,
      int start,
      int count,
      int first,
      int query,
      double queryNorm,
      NeighbourFilter filter,
      Candidates candidates) {
    double threshold = candidates.threshold();
    for (int j = 0; j < count; j++) {
      int row = first + j;
      double norm = norms[row];
      double rank = rank(products[start + j], norm);
      double slack = slack(queryNorm, norm);
      if (!(rank - slack > threshold) && filter.accepts(query, row)) {
        candidates.add(row, rank - slack, rank + slack);
        threshold = candidates.threshold();
      }
    }
  }

  /** The rank but for what is the same for all rows of the gallery. */
  private double rank(double product, double norm) {
    return switch (metric) {
      case EUCLIDEAN -> norm * norm - 2 * product;
      case INNER_PRODUCT -> -product;
      case COSINE -> -product / Math.max(norm, Embeddings.SMALLEST_NORM);
    };
  }

  private double slack(double queryNorm, double norm) {
    return switch (metric) {
      // The second term is the rounding of the centred coordinates.
      case EUCLIDEAN -> {
        double sum = queryNorm + norm;
        yield 2 * gamma * queryNorm * norm + 4 * UNIT * sum * sum;
      }
      case INNER_PRODUCT -> gamma * queryNorm * norm;
      case COSINE -> gamma * queryNorm;
    };
  }

  private static float[] mean(FeatureMatrix gallery) {
    int d = gallery.columns();
    double[] sum = new double[d];
    float[] row = new float[d];
    for (int i = 0; i < gallery.rows(); i++) {
      gallery.copyRows(i, i + 1, row, 0);
      for (int c = 0; c < d; c++) {
        sum[c] += row[c];
      }
    }
    float[] mean = new float[d];
    for (int c = 0; c < d; c++) {
      mean[c] = (float) (sum[c] / gallery.rows());
    }
    return mean;
  }
}
