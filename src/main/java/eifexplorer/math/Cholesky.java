package eifexplorer.math;

import eifexplorer.job.ComputePool;

/** The lower factor of a symmetric, positive definite matrix, {@code M = L L^T}, and its inverse {@code G = L^-1}. */
public final class Cholesky {
  /** Columns that are finished together: so many rows stay in the cache while all others are read once. */
  private static final int PANEL = 32;

  /** Columns of the inverse that are solved for together, each row of L read once for all. */
  private static final int TOGETHER = 4;

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
    double[][] columns = new double[n][n];
    ComputePool.shared()
        .forEach((n + TOGETHER - 1) / TOGETHER, k -> solve(matrix, columns, k * TOGETHER));
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
    for (int from = 0; from < n; from += PANEL) {
      int first = from;
      int to = Math.min(n, from + PANEL);
      for (int i = from; i < to; i++) {
        finish(matrix, i, first, i);
        double[] row = matrix[i];
        row[i] = Math.sqrt(row[i] - dot(row, row, 0, i));
      }
      ComputePool.shared().forEach(n - to, below -> finish(matrix, to + below, first, to));
    }
  }

  /** Columns {@code from} to {@code to} of row i of L; the rows of these numbers are finished. */
  private static void finish(double[][] matrix, int i, int from, int to) {
    double[] row = matrix[i];
    int j = from;
    for (; j + TOGETHER <= to; j += TOGETHER) {
      subtract(row, matrix, j, from);
    }
    for (; j < to; j++) {
      row[j] -= dot(row, matrix[j], 0, from);
    }
    for (int k = from; k < to; k++) {
      row[k] = (row[k] - dot(row, matrix[k], from, k)) / matrix[k][k];
    }
  }

  /** Takes the products with the numbers before {@code end} of rows j to j + 3 off columns j to j + 3. */
  private static void subtract(double[] row, double[][] matrix, int j, int end) {
    double[] a = matrix[j];
    double[] b = matrix[j + 1];
    double[] c = matrix[j + 2];
    double[] d = matrix[j + 3];
    double ofA = 0;
    double ofB = 0;
    double ofC = 0;
    double ofD = 0;
    for (int k = 0; k < end; k++) {
      double value = row[k];
      ofA += value * a[k];
      ofB += value * b[k];
      ofC += value * c[k];
      ofD += value * d[k];
    }
    row[j] -= ofA;
    row[j + 1] -= ofB;
    row[j + 2] -= ofC;
    row[j + 3] -= ofD;
  }

  /** Columns {@code from} to {@code from + 3} of G, or as many as there are. */
  private static void solve(double[][] lower, double[][] columns, int from) {
    int n = lower.length;
    if (from + TOGETHER > n) {
      for (int c = from; c < n; c++) {
        solveOne(lower, columns[c], c);
      }
      return;
    }
    double[] a = columns[from];
    double[] b = columns[from + 1];
    double[] c = columns[from + 2];
    double[] d = columns[from + 3];
    for (int r = from; r < n; r++) {
      double[] row = lower[r];
      double ofA = 0;
      double ofB = 0;
      double ofC = 0;
      double ofD = 0;
      for (int k = from; k < r; k++) {
        double value = row[k];
        ofA += value * a[k];
        ofB += value * b[k];
        ofC += value * c[k];
        ofD += value * d[k];
      }
      a[r] = ((r == from ? 1 : 0) - ofA) / row[r];
      b[r] = ((r == from + 1 ? 1 : 0) - ofB) / row[r];
      c[r] = ((r == from + 2 ? 1 : 0) - ofC) / row[r];
      d[r] = ((r == from + 3 ? 1 : 0) - ofD) / row[r];
    }
  }

  private static void solveOne(double[][] lower, double[] g, int c) {
    g[c] = 1 / lower[c][c];
    for (int r = c + 1; r < g.length; r++) {
      g[r] = -dot(lower[r], g, c, r) / lower[r][r];
    }
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
