package eifexplorer.embedding;

import eifexplorer.job.ComputePool;
import eifexplorer.math.RankedRows;
import java.util.Arrays;

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

  /** Bounds of rows {@code first} to {@code first + count} of the gallery. */
  RankedRows.Bounds of(int first, int count) {
    double[] offsets = new double[count];
    double[] scales = new double[count];
    double[] slopes = new double[count];
    double[] lengths = Arrays.copyOfRange(norms, first, first + count);
    for (int j = 0; j < count; j++) {
      switch (metric) {
        case EUCLIDEAN -> {
          offsets[j] = lengths[j] * lengths[j];
          scales[j] = 2;
          slopes[j] = 2 * gamma * lengths[j];
        }
        case INNER_PRODUCT -> {
          scales[j] = 1;
          slopes[j] = gamma * lengths[j];
        }
        case COSINE -> {
          scales[j] = 1 / Math.max(lengths[j], Embeddings.SMALLEST_NORM);
          slopes[j] = gamma;
        }
      }
    }
    // The rounding of the centred coordinates.
    double square = metric == Metric.EUCLIDEAN ? 4 * UNIT : 0;
    return new RankedRows.Bounds(offsets, scales, slopes, lengths, square);
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
