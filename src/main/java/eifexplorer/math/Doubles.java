package eifexplorer.influence;

/** Plain loops over doubles. */
final class Doubles {
  private Doubles() {}

  static double[] of(float[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = values[i];
    }
    return out;
  }

  /** Rows of a matrix [n,size]. */
  static double[][] rows(float[] matrix, int size) {
    double[][] rows = new double[matrix.length / size][size];
    for (int i = 0; i < matrix.length; i++) {
      rows[i / size][i % size] = matrix[i];
    }
    return rows;
  }

  /** Rows of a matrix [n,size]. */
  static double[][] rows(double[] matrix, int size) {
    double[][] rows = new double[matrix.length / size][size];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(matrix, i * size, rows[i], 0, size);
    }
    return rows;
  }

  /** Rounded to single precision. */
  static float[][] floats(double[][] rows) {
    float[][] floats = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      floats[i] = floats(rows[i]);
    }
    return floats;
  }

  /** Rounded to single precision. */
  static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** Columns of a matrix given by its rows. */
  static float[][] transposed(float[][] rows) {
    float[][] columns = new float[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = rows[i][c];
      }
    }
    return columns;
  }

  /** Rows one after the other [n,size]. */
  static double[] flat(double[][] rows) {
    double[] flat = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
    }
    return flat;
  }

  /** Adds {@code row} to every row of a matrix. */
  static void addToRows(double[] matrix, double[] row) {
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] += row[i % row.length];
    }
  }

  /** The sum of products; four partial sums, because one would wait for itself. */
  static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 = Math.fma(a[i], b[i], s0);
      s1 = Math.fma(a[i + 1], b[i + 1], s1);
      s2 = Math.fma(a[i + 2], b[i + 2], s2);
      s3 = Math.fma(a[i + 3], b[i + 3], s3);
    }
    for (; i < a.length; i++) {
      s0 = Math.fma(a[i], b[i], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Inverse of a lower triangular matrix [n,n] without zeros on its diagonal, as rows. */
  static double[][] inverseOfLowerTriangle(double[] triangle, int n) {
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      inverse[i][i] = 1;
      for (int j = 0; j < i; j++) {
        addScaled(inverse[i], -triangle[i * n + j], inverse[j]);
      }
      double pivot = triangle[i * n + i];
      for (int j = 0; j <= i; j++) {
        inverse[i][j] /= pivot;
      }
    }
    return inverse;
  }

  /** {@code a - b}. */
  static double[] difference(double[] a, double[] b) {
    double[] difference = a.clone();
    addScaled(difference, -1, b);
    return difference;
  }

  /** {@code a += factor b}. */
  static void addScaled(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.fma(factor, b[i], a[i]);
    }
  }
}
