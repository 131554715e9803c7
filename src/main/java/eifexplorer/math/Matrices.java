package eifexplorer.training;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;

/** Plain loops over row-major matrices. */
final class Matrices {
  private Matrices() {}

  static double[] toDoubles(float[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = values[i];
    }
    return out;
  }

  static float[] toFloats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }

  /** [n,m] to [m,n]. */
  static double[] transposed(double[] matrix, int n) {
    int m = matrix.length / Math.max(1, n);
    double[] out = new double[matrix.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        out[j * n + i] = matrix[i * m + j];
      }
    }
    return out;
  }

  static double[] flat(double[][] rows) {
    double[] out = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, out, i * rows[0].length, rows[0].length);
    }
    return out;
  }

  /** {@code a += factor b}. */
  static void addScaled(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }

  /** {@code a += factor b}, each product rounded to a float first. */
  static void addScaled(float[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += (float) (factor * b[i]);
    }
  }

  /** {@code a += factor b}. */
  static void addScaled(float[] a, double factor, float[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += (float) factor * b[i];
    }
  }

  static boolean areFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** Fills {@code target} with saved values. Throws {@link ProblemException} if they are missing or of another number. */
  static void copyInto(float[] target, String name, StateDict state) {
    float[] values = state.get(name).floats();
    if (values.length != target.length) {
      throw ProblemException.badValue(
          "size of the saved " + name, values.length, target.length + ", as the run has");
    }
    System.arraycopy(values, 0, target, 0, values.length);
  }

  static void scale(double[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
  }

  /** The lower factor L [n][n] with {@code L L^T} the symmetric, positive definite matrix [n,n]. */
  static double[][] cholesky(double[] matrix, int n) {
    double[][] factor = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
      }
    }
    return factor;
  }
}
