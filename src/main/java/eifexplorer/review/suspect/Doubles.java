package eifexplorer.review.suspect;

import java.util.Arrays;

/** Small helpers for arrays of doubles. */
final class Doubles {
  private Doubles() {}

  static double[] of(float[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = values[i];
    }
    return out;
  }

  /** Replaces logits by {@code exp(z / temperature)} divided by their sum; NaN counts as impossible. */
  static double[] softmax(double[] logits, double temperature) {
    double largest = Arrays.stream(logits).filter(z -> !Double.isNaN(z)).max().orElse(Double.NaN);
    double[] p = new double[logits.length];
    double sum = 0;
    for (int c = 0; c < p.length; c++) {
      p[c] = Double.isNaN(logits[c]) ? 0 : Math.exp((logits[c] - largest) / temperature);
      sum += p[c];
    }
    for (int c = 0; sum > 0 && c < p.length; c++) {
      p[c] /= sum;
    }
    return p;
  }
}
