package eifexplorer.math;

import java.util.Arrays;

/**
 * How n numbers change with what is kept of them: {@code d_j = value_j stretch_j + first a_j + second b_j + rest_j}.
 *
 * @param stretch [n]
 * @param a [n]
 * @param first what a is multiplied with
 * @param b [n]
 * @param second what b is multiplied with
 * @param rest [n]
 */
record LogitChange(float[] stretch, float[] a, float first, float[] b, float second, float[] rest) {
  /** The values themselves, n of them. */
  static LogitChange same(int n) {
    float[] ones = new float[n];
    Arrays.fill(ones, 1);
    float[] zeros = new float[n];
    return new LogitChange(ones, zeros, 0, zeros, 0, zeros);
  }

  /** d of all values. */
  void of(float[] values, float[] changes) {
    add(values, stretch, a, first, b, second, rest, changes);
  }

  private static void add(
      float[] values,
      float[] stretch,
      float[] a,
      float first,
      float[] b,
      float second,
      float[] rest,
      float[] changes) {
    for (int j = 0; j < changes.length; j++) {
      changes[j] = of(values[j], stretch[j], a[j], first, b[j], second, rest[j]);
    }
  }

  /** d of one value. */
  static float of(
      float value, float stretch, float a, float first, float b, float second, float rest) {
    return Math.fma(value, stretch, Math.fma(first, a, Math.fma(second, b, rest)));
  }
}
