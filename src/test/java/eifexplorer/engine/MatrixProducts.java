package eifexplorer.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.math.MatrixMath;
import java.util.Random;

/** Compares an implementation of {@link MatrixMath} with sums in double precision. */
public final class MatrixProducts {
  private MatrixProducts() {}

  /** Checks all three products of random matrices with these sizes. */
  public static void assertAgrees(MatrixMath math, int m, int n, int k) {
    Random random = new Random(m * 31L + n * 7L + k);
    float[] a = values(random, m * k);
    float[] b = values(random, k * n);
    float[] expected = product(a, m, b, n, k);
    float tolerance = 1e-5f * (k + 1);
    float[] out = new float[m * n];
    math.times(a, m, b, n, k, out);
    assertArrayEquals(expected, out, tolerance, "A B");
    math.timesTransposed(a, m, transpose(b, k, n), n, k, out);
    assertArrayEquals(expected, out, tolerance, "A Bᵀ");
    math.transposedTimes(transpose(a, m, k), m, b, n, k, out);
    assertArrayEquals(expected, out, tolerance, "Aᵀ B");
  }

  private static float[] product(float[] a, int m, float[] b, int n, int k) {
    float[] out = new float[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          sum += (double) a[i * k + p] * b[p * n + j];
        }
        out[i * n + j] = (float) sum;
      }
    }
    return out;
  }

  private static float[] transpose(float[] matrix, int rows, int columns) {
    float[] out = new float[matrix.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        out[c * rows + r] = matrix[r * columns + c];
      }
    }
    return out;
  }

  private static float[] values(Random random, int count) {
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }
}
