package eifexplorer.math;

import eifexplorer.job.ComputePool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The lower factor of a symmetric, positive definite matrix, {@code M = L L^T}, and its inverse {@code G = L^-1}. */
public final class Cholesky {
  /** Rows, and numbers in each, from which on a column is worth sharing among threads. */
  private static final int WORTH_SHARING = 64;

  private Cholesky() {}

  /**
   * G [n,n], lower triangular, row major; {@code M^-1 = G^T G}.
   *
   * @param matrix M [n][n]; its lower half is overwritten by L
   */
  public static float[] inverseFactor(double[][] matrix) {
    int n = matrix.length;
    factorise(matrix);
    // Column c of G solves L g = e_c. Kept as rows of the transpose, so that sums run along arrays.
    double[][] columns = new double[n][];
    ComputePool.shared().forEach(n, c -> columns[c] = column(matrix, c));
    float[] inverse = new float[n * n];
    for (int c = 0; c < n; c++) {
      for (int r = c; r < n; r++) {
        inverse[r * n + c] = (float) columns[c][r];
      }
    }
    return inverse;
  }

  /**
   * L [n][n], above whose diagonal is whatever M had there.
   *
   * @param matrix M [n,n], row major
   */
  public static double[][] lowerFactor(double[] matrix, int n) {
    double[][] factor = Matrices.rows(matrix, n);
    factorise(factor);
    return factor;
  }

  private static void factorise(double[][] matrix) {
    int n = matrix.length;
    for (int j = 0; j < n; j++) {
      double[] row = matrix[j];
      double pivot = Math.sqrt(row[j] - dot(row, row, 0, j));
      row[j] = pivot;
      int from = j + 1;
      int column = j;
      IntConsumer below =
          i ->
              matrix[from + i][column] =
                  (matrix[from + i][column] - dot(matrix[from + i], row, 0, column)) / pivot;
      if (n - from > WORTH_SHARING && j > WORTH_SHARING) {
        ComputePool.shared().forEach(n - from, below);
      } else {
        IntStream.range(0, n - from).forEach(below);
      }
    }
  }

  private static double[] column(double[][] lower, int c) {
    double[] g = new double[lower.length];
    g[c] = 1 / lower[c][c];
    for (int r = c + 1; r < g.length; r++) {
      g[r] = -dot(lower[r], g, c, r) / lower[r][r];
    }
    return g;
  }

  /** Four sums at a time, which do not wait for each other. */
  static double dot(double[] a, double[] b, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = from;
    for (; k + 3 < to; k += 4) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < to; k++) {
      s0 += a[k] * b[k];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
