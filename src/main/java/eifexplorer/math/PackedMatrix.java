package eifexplorer.math;

import eifexplorer.job.ComputePool;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A matrix in double precision laid out for {@code A B} with many rows of A; immutable, safe for use from any thread.
 *
 * <p>{@link MatrixMath} multiplies floats, on whatever device there is; this is for the numbers whose differences count:
 * losses and influence. Each row of B is an array of its own and two output rows take three of them at a time: the
 * compiler vectorises that, other shapes of the loop stay scalar.
 */
public final class PackedMatrix {
  private static final int PANEL_COLUMNS = 512;

  /** Rows of B used before the next two output rows: 48 × 512 doubles stay in the second-level cache. */
  private static final int TILE_ROWS = 48;

  private static final int OUTPUT_ROWS = 32;
  private static final long WORTH_SHARING = 1 << 21;

  private final double[][][] panels;
  private final int rows;
  private final int columns;

  private PackedMatrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.panels = new double[(columns + PANEL_COLUMNS - 1) / PANEL_COLUMNS][][];
    for (int p = 0; p < panels.length; p++) {
      int width = Math.min(PANEL_COLUMNS, columns - p * PANEL_COLUMNS);
      panels[p] = new double[(rows + 2) / 3 * 3][width];
    }
  }

  /** Copies B [rows,columns], row major. */
  public static PackedMatrix of(double[] b, int rows, int columns) {
    Objects.checkFromIndexSize(0, Math.multiplyExact(rows, columns), b.length);
    PackedMatrix packed = new PackedMatrix(rows, columns);
    for (int p = 0; p < packed.panels.length; p++) {
      double[][] panel = packed.panels[p];
      for (int r = 0; r < rows; r++) {
        System.arraycopy(b, r * columns + p * PANEL_COLUMNS, panel[r], 0, panel[r].length);
      }
    }
    return packed;
  }

  /** Copies the transpose of {@code rowsOfTransposed} [n,k]: B is [k,n]. */
  public static PackedMatrix ofTransposed(double[][] rowsOfTransposed) {
    int n = rowsOfTransposed.length;
    PackedMatrix packed = new PackedMatrix(rowsOfTransposed[0].length, n);
    for (int c = 0; c < n; c++) {
      double[][] panel = packed.panels[c / PANEL_COLUMNS];
      double[] column = rowsOfTransposed[c];
      for (int r = 0; r < column.length; r++) {
        panel[r][c % PANEL_COLUMNS] = column[r];
      }
    }
    return packed;
  }

  /** Number of rows of B. */
  public int rows() {
    return rows;
  }

  /** Number of columns of B. */
  public int columns() {
    return columns;
  }

  /**
   * {@code A B}, large products on all cores; the same numbers however many there are.
   *
   * @param a [m,rows], row major
   * @return [m,columns]
   */
  public double[] leftMultiply(double[] a, int m) {
    Objects.checkFromIndexSize(0, Math.multiplyExact(m, rows), a.length);
    double[] out = new double[Math.multiplyExact(m, columns)];
    IntConsumer block =
        b -> multiplyRows(a, b * OUTPUT_ROWS, Math.min(m, (b + 1) * OUTPUT_ROWS), out);
    int blocks = (m + OUTPUT_ROWS - 1) / OUTPUT_ROWS;
    if ((long) m * rows * columns > WORTH_SHARING) {
      ComputePool.shared().forEach(blocks, block);
    } else {
      IntStream.range(0, blocks).forEach(block);
    }
    return out;
  }

  /**
   * The same numbers as {@link #ofTransposed} and {@link #leftMultiply} give, on this thread and without a copy of the matrix:
   * for one in single precision that few rows are multiplied with.
   *
   * @param a [m,k], row major
   * @param rowsOfTransposed [n][k]
   * @return [m,n]
   */
  public static double[] leftMultiply(double[] a, int m, float[][] rowsOfTransposed) {
    int n = rowsOfTransposed.length;
    int k = rowsOfTransposed[0].length;
    Objects.checkFromIndexSize(0, Math.multiplyExact(m, k), a.length);
    double[] out = new double[Math.multiplyExact(m, n)];
    int padded = (k + 2) / 3 * 3;
    double[] row = new double[padded];
    float[][] four = new float[4][padded];
    for (int c = 0; c < n; c += 4) {
      int count = Math.min(4, n - c);
      for (int q = 0; q < count; q++) {
        System.arraycopy(rowsOfTransposed[c + q], 0, four[q], 0, k);
      }
      for (int i = 0; i < m; i++) {
        System.arraycopy(a, i * k, row, 0, k);
        System.arraycopy(dots(row, four[0], four[1], four[2], four[3]), 0, out, i * n + c, count);
      }
    }
    return out;
  }

  /** Four at a time: each sum waits for itself. */
  private static double[] dots(double[] row, float[] p, float[] q, float[] s, float[] t) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int r = 0; r < row.length; r += 3) {
      double x = row[r];
      double y = row[r + 1];
      double z = row[r + 2];
      a = Math.fma(x, p[r], Math.fma(y, p[r + 1], Math.fma(z, p[r + 2], a)));
      b = Math.fma(x, q[r], Math.fma(y, q[r + 1], Math.fma(z, q[r + 2], b)));
      c = Math.fma(x, s[r], Math.fma(y, s[r + 1], Math.fma(z, s[r + 2], c)));
      d = Math.fma(x, t[r], Math.fma(y, t[r + 1], Math.fma(z, t[r + 2], d)));
    }
    return new double[] {a, b, c, d};
  }

  private void multiplyRows(double[] a, int from, int to, double[] out) {
    for (int p = 0; p < panels.length; p++) {
      int width = panels[p].length == 0 ? 0 : panels[p][0].length;
      double[][] sums = new double[(to - from + 1) / 2 * 2][width];
      for (int tile = 0; tile < rows; tile += TILE_ROWS) {
        addTile(a, from, to, panels[p], tile, sums);
      }
      for (int i = from; i < to; i++) {
        System.arraycopy(sums[i - from], 0, out, i * columns + p * PANEL_COLUMNS, width);
      }
    }
  }

  private void addTile(double[] a, int from, int to, double[][] panel, int tile, double[][] sums) {
    int k = Math.min(TILE_ROWS, panel.length - tile);
    double[] first = new double[TILE_ROWS];
    double[] second = new double[TILE_ROWS];
    int known = Math.min(k, rows - tile);
    for (int i = from; i < to; i += 2) {
      System.arraycopy(a, i * rows + tile, first, 0, known);
      // An odd last row is paired with itself; the second sum is thrown away.
      System.arraycopy(a, Math.min(i + 1, to - 1) * rows + tile, second, 0, known);
      for (int r = 0; r < k; r += 3) {
        addThree(sums[i - from], sums[i - from + 1], first, second, r, panel, tile + r);
      }
    }
  }

  private static void addThree(
      double[] sum, double[] other, double[] f, double[] g, int r, double[][] panel, int row) {
    addThree(
        sum,
        other,
        panel[row],
        panel[row + 1],
        panel[row + 2],
        f[r],
        f[r + 1],
        f[r + 2],
        g[r],
        g[r + 1],
        g[r + 2]);
  }

  private static void addThree(
      double[] sum,
      double[] other,
      double[] b0,
      double[] b1,
      double[] b2,
      double f0,
      double f1,
      double f2,
      double g0,
      double g1,
      double g2) {
    for (int j = 0; j < sum.length; j++) {
      double x = b0[j];
      double y = b1[j];
      double z = b2[j];
      sum[j] = Math.fma(f0, x, Math.fma(f1, y, Math.fma(f2, z, sum[j])));
      other[j] = Math.fma(g0, x, Math.fma(g1, y, Math.fma(g2, z, other[j])));
    }
  }
}
