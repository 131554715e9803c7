package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;

/**
 * Features [N,F] times a power of two, for what learns from them in single precision or with fixed rates.
 *
 * @param features the rows as they are
 * @param scale power of two
 */
record ScaledRows(FeatureMatrix features, float scale) implements FeatureMatrix {
  /** The features as they are, or, if single precision does not hold their squares, brought near 1. */
  static FeatureMatrix of(FeatureMatrix features) {
    float scale = Centring.of(features).scale();
    boolean held = Math.abs(Math.getExponent(scale)) <= Centring.LARGEST_EXPONENT;
    return held ? features : new ScaledRows(features, scale);
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
    for (int k = offset; k < offset + (to - from) * columns(); k++) {
      target[k] *= scale;
    }
  }
}
