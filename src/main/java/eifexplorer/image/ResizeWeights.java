package eifexplorer.image;

/**
 * One of Pillow's filters along one axis: for each output pixel the first input pixel it takes and the weights, in 22-bit
 * fixed point ({@code precompute_coeffs} and {@code normalize_coeffs_8bpc} of Pillow's Resample.c).
 *
 * <p>Only the output pixels {@code first} to {@code first + count - 1} are worked out; {@code i} counts from there.
 */
final class ResizeWeights {
  /** Bits after the point. */
  static final int PRECISION = 22;

  private final int taps;
  private final int[] starts;
  private final int[] lengths;
  private final int[] weights;

  /** Weights for shrinking or stretching {@code in} pixels to {@code out}. */
  ResizeWeights(ResizeFilter filter, int in, int out, int first, int count) {
    double scale = (double) in / out;
    double shrinking = Math.max(scale, 1.0);
    double support = filter.support() * shrinking;
    taps = (int) Math.ceil(support) * 2 + 1;
    starts = new int[count];
    lengths = new int[count];
    weights = new int[Math.multiplyExact(count, taps)];
    double[] exact = new double[taps];
    for (int i = 0; i < count; i++) {
      double centre = (first + i + 0.5) * scale;
      int start = Math.max(0, (int) (centre - support + 0.5));
      int end = Math.min(in, (int) (centre + support + 0.5));
      starts[i] = start;
      lengths[i] = end - start;
      double sum = 0;
      for (int t = 0; t < end - start; t++) {
        exact[t] = filter.weight((t + start - centre + 0.5) * (1.0 / shrinking));
        sum += exact[t];
      }
      for (int t = 0; t < end - start; t++) {
        double fixed = exact[t] / sum * (1 << PRECISION);
        weights[i * taps + t] = (int) (fixed < 0 ? fixed - 0.5 : fixed + 0.5);
      }
    }
  }

  /** First input pixel of output pixel {@code i}. */
  int start(int i) {
    return starts[i];
  }

  /** Number of input pixels of output pixel {@code i}. */
  int length(int i) {
    return lengths[i];
  }

  /** Weight of the {@code t}-th input pixel of output pixel {@code i}. */
  int weight(int i, int t) {
    return weights[i * taps + t];
  }

  /** The sum of weighted pixels as a byte's value: rounded and clipped. */
  static int round(int sum) {
    return Math.max(0, Math.min(255, sum >> PRECISION));
  }
}
