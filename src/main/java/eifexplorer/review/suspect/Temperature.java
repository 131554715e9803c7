package eifexplorer.review.suspect;

import eifexplorer.math.Doubles;
import java.util.stream.IntStream;

/**
 * The T under which given labels are likeliest, {@code p = softmax(z / T)}: log loss, golden section search in log T. Guo,
 * Pleiss, Sun, Weinberger: On Calibration of Modern Neural Networks (ICML 2017).
 *
 * @param value T, .01..100 times the logits' deviation
 * @param loss mean of {@code -log p} of the given labels
 */
record Temperature(double value, double loss) {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int STEPS = 40;

  /**
   * Finds it.
   *
   * @param logits [n][C], NaN for labels of which nothing is known; samples whose own is NaN do not count
   * @param labels given labels [n]
   */
  static Temperature of(double[][] logits, int[] labels) {
    int[] known =
        IntStream.range(0, labels.length)
            .filter(k -> !Double.isNaN(logits[k][labels[k]]))
            .toArray();
    double scale = Scale.of(logits).deviation();
    double low = Math.log(.01 * scale);
    double high = Math.log(100 * scale);
    for (int step = 0; step < STEPS; step++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (loss(logits, labels, known, Math.exp(left))
          <= loss(logits, labels, known, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    double value = Math.exp((low + high) / 2);
    return new Temperature(value, loss(logits, labels, known, value));
  }

  private static double loss(double[][] logits, int[] labels, int[] known, double temperature) {
    double sum = 0;
    for (int k : known) {
      double p = Doubles.softmax(logits[k], temperature)[labels[k]];
      sum -= Math.log(Math.max(p, Double.MIN_NORMAL));
    }
    return sum / Math.max(1, known.length);
  }
}
