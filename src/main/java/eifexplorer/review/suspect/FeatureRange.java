package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How many samples there are, and each feature's sum and bounds over them, which can be added up.
 *
 * @param count n
 * @param sums [F]
 * @param least [F]
 * @param most [F]
 */
record FeatureRange(int count, double[] sums, float[] least, float[] most) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of features [n,F]. */
  static FeatureRange of(FeatureMatrix features) {
    int size = features.columns();
    double[] sums = new double[size];
    float[] least = new float[size];
    float[] most = new float[size];
    Arrays.fill(least, Float.POSITIVE_INFINITY);
    Arrays.fill(most, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < features.rows(); i++) {
      float[] row = features.row(i);
      for (int j = 0; j < size; j++) {
        sums[j] += row[j];
        least[j] = Math.min(least[j], row[j]);
        most[j] = Math.max(most[j], row[j]);
      }
    }
    return new FeatureRange(features.rows(), sums, least, most);
  }

  /** Of these samples and others. */
  FeatureRange plus(FeatureRange other) {
    double[] all = sums.clone();
    float[] lower = least.clone();
    float[] upper = most.clone();
    for (int j = 0; j < all.length; j++) {
      all[j] += other.sums[j];
      lower[j] = Math.min(lower[j], other.least[j]);
      upper[j] = Math.max(upper[j], other.most[j]);
    }
    return new FeatureRange(count + other.count, all, lower, upper);
  }

  /** What centres these samples. */
  Centring centring() {
    float[] mean = new float[sums.length];
    float largest = 0;
    for (int j = 0; j < mean.length && count > 0; j++) {
      mean[j] = (float) (sums[j] / count);
      largest = Math.max(largest, Math.max(most[j] - mean[j], mean[j] - least[j]));
    }
    return new Centring(mean, Centring.scale(largest));
  }
}
