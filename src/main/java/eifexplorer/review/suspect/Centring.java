package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import java.io.Serializable;

/**
 * Takes the mean off features and divides them by the power of two that brings the largest difference to it near 1, so that
 * single precision holds their squares whatever their unit; no other rounding comes of it.
 *
 * @param mean of the features [F]
 * @param scale power of two
 */
record Centring(float[] mean, float scale) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Exponent of two up to which features' squares are as good as others in single precision. */
  static final int LARGEST_EXPONENT = 40;

  /** Of features [n,F]. */
  static Centring of(FeatureMatrix features) {
    return FeatureRange.of(features).centring();
  }

  /** The power of two that brings a difference near 1; 1 for none. */
  static float scale(float difference) {
    return difference == 0 ? 1 : Math.scalb(1f, -Math.getExponent(difference));
  }

  /** F. */
  int columns() {
    return mean.length;
  }

  /** Some rows of features [n,F], centred and scaled, a copy. */
  float[] rows(FeatureMatrix features, int from, int to) {
    float[] rows = new float[(to - from) * mean.length];
    features.copyRows(from, to, rows, 0);
    for (int k = 0; k < rows.length; k++) {
      rows[k] = (rows[k] - mean[k % mean.length]) * scale;
    }
    return rows;
  }
}
