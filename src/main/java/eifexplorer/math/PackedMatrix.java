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
