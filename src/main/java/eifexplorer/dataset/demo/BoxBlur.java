package eifexplorer.dataset.demo;

/** Two passes of a running mean in both directions, in whole numbers so that every machine agrees. */
final class BoxBlur {
  private BoxBlur() {}

  /** Blurs values of [0, 255] in place; what lies outside counts as the border's value. */
  static void blur(int[] values, int width, int height, int radius) {
    if (radius < 1 || values.length == 0) {
      return;
    }
    int[] other = new int[values.length];
    // A reciprocal in fixed point instead of a division for each pixel.
    int reciprocal = (1 << 16) / (2 * radius + 1) + 1;
    rows(values, other, width, height, radius, reciprocal);
    rows(other, values, width, height, radius, reciprocal);
    columns(values, other, width, height, radius, reciprocal);
    columns(other, values, width, height, radius, reciprocal);
  }

  private static void rows(
      int[] from, int[] to, int width, int height, int radius, int reciprocal) {
    for (int y = 0; y < height; y++) {
      int first = y * width;
      int last = first + width - 1;
      int sum = from[first] * (radius + 1);
      for (int k = 1; k <= radius; k++) {
        sum += from[Math.min(first + k, last)];
      }
      for (int i = first; i <= last; i++) {
        to[i] = (sum * reciprocal) >> 16;
        sum += from[Math.min(i + radius + 1, last)] - from[Math.max(i - radius, first)];
      }
    }
  }

  /** Goes down all columns at once, which a processor does several pixels at a time. */
  private static void columns(
      int[] from, int[] to, int width, int height, int radius, int reciprocal) {
    int[] sums = new int[width];
    for (int k = -radius; k <= radius; k++) {
      int row = Math.max(0, Math.min(k, height - 1)) * width;
      for (int x = 0; x < width; x++) {
        sums[x] += from[row + x];
      }
    }
    for (int y = 0; y < height; y++) {
      int out = y * width;
      int enters = Math.min(y + radius + 1, height - 1) * width;
      int leaves = Math.max(y - radius, 0) * width;
      for (int x = 0; x < width; x++) {
        to[out + x] = (sums[x] * reciprocal) >> 16;
        sums[x] += from[enters + x] - from[leaves + x];
      }
    }
  }
}
