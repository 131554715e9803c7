package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;

/**
 * Features [N,F] less what they have in common, times a power of two, for what learns from them in single precision or with
 * fixed rates.
 *
 * @param features the rows as they are
 * @param common what is taken off each feature [F]; 0 but for those so far from 0 that their squares are not held
 * @param scale power of two
 */
record ScaledRows(FeatureMatrix features, float[] common, float scale) implements FeatureMatrix {
  /** The features as they are, or, if single precision does not hold their squares, brought near 1. */
  static FeatureMatrix of(FeatureMatrix features) {
    Centring centring = Centring.of(features);
    float scale = isHeld(1 / centring.scale()) && isHeld(centring.scale()) ? 1 : centring.scale();
    float[] common = centring.mean().clone();
    boolean far = false;
    for (int j = 0; j < common.length; j++) {
      boolean held = isHeld(common[j] * scale);
      common[j] = held ? 0 : common[j];
      far |= !held;
    }
    return scale == 1 && !far ? features : new ScaledRows(features, common, scale);
  }

  /** Whether the square of a number is; 0 is a small one. */
  private static boolean isHeld(float number) {
    return Math.getExponent(number) <= Centring.LARGEST_EXPONENT;
  }

  @Override
  public int rows() {
    return features.rows();
  }

  @Override
  public int columns() {
    return features.columns();
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    features.copyRows(from, to, target, offset);
    for (int k = 0; k < (to - from) * common.length; k++) {
      target[offset + k] = (target[offset + k] - common[k % common.length]) * scale;
    }
  }
}
