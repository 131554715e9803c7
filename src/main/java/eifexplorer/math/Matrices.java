package eifexplorer.math;

/** Plain loops over matrices, as rows or row major. */
public final class Matrices {
  private Matrices() {}

  /** Rows of a matrix [n,size]. */
  public static double[][] rows(float[] matrix, int size) {
    double[][] rows = new double[matrix.length / size][size];
    for (int i = 0; i < matrix.length; i++) {
      rows[i / size][i % size] = matrix[i];
    }
    return rows;
  }

  /** Rows of a matrix [n,size]. */
  public static double[][] rows(double[] matrix, int size) {
    double[][] rows = new double[matrix.length / size][size];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(matrix, i * size, rows[i], 0, size);
    }
    return rows;
  }

  /** Rows {@code from} (included) to {@code to} (excluded) of a matrix [n,size]. */
  public static float[][] rowsOf(float[] matrix, int from, int to, int size) {
    float[][] rows = new float[to - from][size];
    for (int i = from; i < to; i++) {
      System.arraycopy(matrix, i * size, rows[i - from], 0, size);
    }
    return rows;
  }

  /** Columns {@code from} (included) to {@code to} (excluded) of a matrix [n,size], row major: a copy. */
  public static float[] columnsOf(float[] matrix, int size, int from, int to) {
    int width = to - from;
    int n = size == 0 ? 0 : matrix.length / size;
    float[] columns = new float[n * width];
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix, i * size + from, columns, i * width, width);
    }
    return columns;
  }

  /** Rounded to single precision. */
  public static float[][] floats(double[][] rows) {
    float[][] floats = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      floats[i] = Doubles.floats(rows[i]);
    }
    return floats;
  }

  /** Columns of a matrix given by its rows. */
  public static float[][] transposed(float[][] rows) {
    float[][] columns = new float[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = rows[i][c];
      }
    }
    return columns;
  }

  /** Rows one after the other [n,size]. */
  public static double[] flat(double[][] rows) {
    double[] flat = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
    }
    return flat;
  }

  /** Rows one after the other [n,size]. */
  public static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
    }
    return flat;
  }

  /** Adds {@code row} to every row of a matrix. */
  public static void addToRows(double[] matrix, double[] row) {
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] += row[i % row.length];
    }
  }

  /** Inverse of a lower triangular matrix [n,n] without zeros on its diagonal, as rows. */
  public static double[][] inverseOfLowerTriangle(double[] triangle, int n) {
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      inverse[i][i] = 1;
      for (int j = 0; j < i; j++) {
        Doubles.addScaled(inverse[i], -triangle[i * n + j], inverse[j]);
      }
      double pivot = triangle[i * n + i];
      for (int j = 0; j <= i; j++) {
        inverse[i][j] /= pivot;
      }
    }
    return inverse;
  }

  /** [n,m] to [m,n]. */
  public static double[] transposed(double[] matrix, int n) {
    int m = matrix.length / Math.max(1, n);
    double[] out = new double[matrix.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        out[j * n + i] = matrix[i * m + j];
      }
    }
    return out;
  }
}
