package eifexplorer.review.suspect;

import eifexplorer.job.ComputePool;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
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

  /** Until T is known to a ten-thousandth. */
  private static final int STEPS = 24;

  /** What a probability costs that is 0 to a double. */
  private static final double MOST = -Math.log(Double.MIN_NORMAL);

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
    double log =
        lowest(
            at -> loss(logits, labels, known, Math.exp(at)),
            Math.log(.01 * scale),
            Math.log(100 * scale));
    double value = Math.exp(log);
    return new Temperature(value, loss(logits, labels, known, value));
  }

  /** Where a function with one valley is lowest, by golden section: each step asks for one more value. */
  private static double lowest(DoubleUnaryOperator function, double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    for (int step = 0; step < STEPS; step++) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    return (low + high) / 2;
  }

  private static double loss(double[][] logits, int[] labels, int[] known, double temperature) {
    double[] losses = new double[known.length];
    ComputePool.shared()
        .forEach(
            known.length, k -> losses[k] = loss(logits[known[k]], labels[known[k]], temperature));
    return Arrays.stream(losses).sum() / Math.max(1, known.length);
  }

  /** {@code -ln softmax(z / T)_y}; NaN counts as no logit. */
  private static double loss(double[] logits, int label, double temperature) {
    double largest = logits[label];
    for (double z : logits) {
      largest = z > largest ? z : largest;
    }
    double sum = 0;
    for (double z : logits) {
      sum += Double.isNaN(z) ? 0 : Math.exp((z - largest) / temperature);
    }
    return Math.min(Math.log(sum) - (logits[label] - largest) / temperature, MOST);
  }
}
