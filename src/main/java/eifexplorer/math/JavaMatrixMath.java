package eifexplorer.math;

import eifexplorer.job.ComputePool;
import eifexplorer.job.HeapShare;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Matrix products in plain Java, spread over the common pool's threads; no native code is needed.
 *
 * <p>The right-hand side is copied into panels whose rows are arrays of their own, and each output row is a sum of panel
 * rows: the compiler turns {@code out[j] += a * b[j]} into vector instructions as long as every operand is a different
 * array, which it does not for dot products (a sum must keep its order) or for several offsets into one array.
 */
public final class JavaMatrixMath implements MatrixMath {
  private static final int PANEL_COLUMNS = 512;
  private static final int PANEL_ROWS = 512;

  /** Panel rows used before the next output row: 128 × 512 floats stay in the second-level cache. */
  private static final int TILE_ROWS = 128;

  private static final int OUTPUT_ROWS = 16;
  private static final long WORTH_SHARING = 1 << 18;

  /** A matrix inside an array: element (r,c) is at {@code r * rowStride + c * columnStride}. */
  private record View(float[] data, int rowStride, int columnStride) {
    View {
      Objects.requireNonNull(data);
    }
  }

  private final long mostBytes;

  /** With the usual room for what is kept. */
  public JavaMatrixMath() {
    this(HeapShare.PASSES.bytes());
  }

  /** With room for so many bytes of blocks of a part of a model. */
  public JavaMatrixMath(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public long mostBytes() {
    return mostBytes;
  }

  @Override
  public void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out) {
    multiply(new View(a, k, 1), m, new View(b, 1, k), n, k, out);
  }

  @Override
  public void times(float[] a, int m, float[] b, int n, int k, float[] out) {
    multiply(new View(a, k, 1), m, new View(b, n, 1), n, k, out);
  }

  @Override
  public void transposedTimes(float[] a, int m, float[] b, int n, int k, float[] out) {
    multiply(new View(a, 1, m), m, new View(b, n, 1), n, k, out);
  }

  private static void multiply(View a, int m, View b, int n, int k, float[] out) {
    Objects.checkFromIndexSize(0, Math.multiplyExact(m, k), a.data.length);
    Objects.checkFromIndexSize(0, Math.multiplyExact(n, k), b.data.length);
    Arrays.fill(out, 0, Math.multiplyExact(m, n), 0f);
    for (int column = 0; column < n; column += PANEL_COLUMNS) {
      int columns = Math.min(PANEL_COLUMNS, n - column);
      for (int row = 0; row < k; row += PANEL_ROWS) {
        float[][] panel = panel(b, row, Math.min(PANEL_ROWS, k - row), column, columns);
        addProduct(a, m, row, Math.min(PANEL_ROWS, k - row), panel, out, n, column);
      }
    }
  }

  /** Rows {@code from} to {@code from + rows} of B, filled up with rows of zeros to a multiple of four. */
  private static float[][] panel(View b, int from, int rows, int column, int columns) {
    float[][] panel = new float[(rows + 3) / 4 * 4][columns];
    if (b.columnStride == 1) {
      for (int r = 0; r < rows; r++) {
        System.arraycopy(b.data, (from + r) * b.rowStride + column, panel[r], 0, columns);
      }
      return panel;
    }
    for (int c = 0; c < columns; c++) {
      int start = (column + c) * b.columnStride + from * b.rowStride;
      for (int r = 0; r < rows; r++) {
        panel[r][c] = b.data[start + r * b.rowStride];
      }
    }
    return panel;
  }

  private static void addProduct(
      View a, int m, int k0, int k, float[][] panel, float[] out, int n, int column) {
    int blocks = (m + OUTPUT_ROWS - 1) / OUTPUT_ROWS;
    IntConsumer work =
        block -> {
          int first = block * OUTPUT_ROWS;
          int rows = Math.min(OUTPUT_ROWS, m - first);
          addRows(a, first, rows, k0, k, panel, out, n, column);
        };
    if ((long) m * k * panel[0].length > WORTH_SHARING) {
      ComputePool.shared().forEach(blocks, work);
    } else {
      IntStream.range(0, blocks).forEach(work);
    }
  }

  private static void addRows(
      View a, int first, int rows, int k0, int k, float[][] panel, float[] out, int n, int column) {
    int columns = panel[0].length;
    float[][] sums = new float[rows][columns];
    float[] factors = new float[panel.length];
    for (int tile = 0; tile < panel.length; tile += TILE_ROWS) {
      int end = Math.min(tile + TILE_ROWS, panel.length);
      for (int r = 0; r < rows; r++) {
        int start = (first + r) * a.rowStride + k0 * a.columnStride;
        for (int p = tile; p < Math.min(end, k); p++) {
          factors[p] = a.data[start + p * a.columnStride];
        }
        for (int p = tile; p < end; p += 4) {
          addFour(sums[r], factors, p, panel[p], panel[p + 1], panel[p + 2], panel[p + 3]);
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      addTo(out, (first + r) * n + column, sums[r]);
    }
  }

  private static void addFour(
      float[] sum, float[] factors, int p, float[] b0, float[] b1, float[] b2, float[] b3) {
    float f0 = factors[p];
    float f1 = factors[p + 1];
    float f2 = factors[p + 2];
    float f3 = factors[p + 3];
    for (int j = 0; j < sum.length; j++) {
      sum[j] += f0 * b0[j] + f1 * b1[j] + f2 * b2[j] + f3 * b3[j];
    }
  }

  private static void addTo(float[] out, int offset, float[] sum) {
    for (int j = 0; j < sum.length; j++) {
      out[offset + j] += sum[j];
    }
  }
}
