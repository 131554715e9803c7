package eifexplorer.math;

import java.util.Arrays;

/**
 * A block of samples [n,k] in float32, kept as its k columns, for products with a few or many other rows; immutable, safe
 * for use from any thread.
 *
 * <p>Each column is an array of its own, and two sums take three of them at a time: the compiler vectorises that
 * reliably, other shapes of the loop, and those with fused multiply-adds, not in every place. Sums are made in parts of some dozen terms, so that their rounding stays near that of
 * one addition. With a few rows a product runs at the memory's speed, with many at the processor's.
 */
public final class ColumnTile implements SampleBlock {
  /** Samples that are usually put into a tile: sums and columns stay in the first-level cache. */
  public static final int WIDTH = 512;

  /** Columns used before the next two sums: 63 × 512 floats stay in the second-level cache. */
  private static final int COLUMNS_AT_ONCE = 63;

  /** Rows that become columns at once: their cache lines are used up before they are thrown out. */
  private static final int ROWS_AT_ONCE = 16;

  /** Between these rows: at a distance of a power of two all their lines would want one place in the first-level cache. */
  private static final int PADDING = 16;

  /** Samples whose logits are held in double precision at once. */
  private static final int SAMPLES_AT_ONCE = 32;

  private final float[][] columns;
  private final int depth;

  private ColumnTile(float[][] columns, int depth) {
    this.columns = columns;
    this.depth = depth;
  }

  /**
   * Takes over columns [k][n], which must not be changed afterwards.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static ColumnTile of(float[][] columns) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("no columns");
    }
    float[][] padded = Arrays.copyOf(columns, (columns.length + 2) / 3 * 3);
    for (int c = columns.length; c < padded.length; c++) {
      // Its factor is 0, but what it is multiplied with must be finite.
      padded[c] = new float[columns[0].length];
    }
    return new ColumnTile(padded, columns.length);
  }

  /** Copies the first n rows of a matrix [.,k], row major. */
  public static ColumnTile ofRows(float[] rows, int n, int k) {
    return ofRows(
        (from, to, target, offset) ->
            System.arraycopy(rows, from * k, target, offset, (to - from) * k),
        0,
        n,
        k);
  }

  /** Copies rows {@code first} to {@code first + n} of k values each. */
  public static ColumnTile ofRows(RowSource source, int first, int n, int k) {
    float[][] columns = new float[k][n];
    float[] rows = new float[ROWS_AT_ONCE * (k + PADDING)];
    for (int from = 0; from < n; from += ROWS_AT_ONCE) {
      int to = Math.min(n, from + ROWS_AT_ONCE);
      for (int j = from; j < to; j++) {
        source.copyRows(first + j, first + j + 1, rows, (j - from) * (k + PADDING));
      }
      transpose(rows, k + PADDING, columns, from, to);
    }
    return of(columns);
  }

  private static void transpose(float[] rows, int stride, float[][] columns, int from, int to) {
    for (int c = 0; c < columns.length; c++) {
      float[] column = columns[c];
      int at = c;
      for (int j = from; j < to; j++) {
        column[j] = rows[at];
        at += stride;
      }
    }
  }

  /** n. */
  @Override
  public int width() {
    return columns[0].length;
  }

  /** k. */
  @Override
  public int depth() {
    return depth;
  }

  /** The same values as a tile of k samples with n columns. */
  public ColumnTile transposed() {
    float[][] rows = new float[width()][depth];
    for (int c = 0; c < depth; c++) {
      for (int j = 0; j < rows.length; j++) {
        rows[j][c] = columns[c][j];
      }
    }
    return of(rows);
  }

  /** A sample's euclidean length. */
  public double length(int sample) {
    double squares = 0;
    for (int c = 0; c < depth; c++) {
      squares += (double) columns[c][sample] * columns[c][sample];
    }
    return Math.sqrt(squares);
  }

  /** Squared euclidean lengths of all samples [n]. */
  @Override
  public double[] squares() {
    double[] squares = new double[width()];
    for (float[] column : columns) {
      for (int j = 0; j < squares.length; j++) {
        double value = column[j];
        squares[j] += value * value;
      }
    }
    return squares;
  }

  /** One value. */
  public float value(int sample, int column) {
    return columns[column][sample];
  }

  @Override
  public float[][] times(float[][] rows) {
    // An odd last row is paired with itself; the second sum is thrown away.
    float[][] sums = new float[(rows.length + 1) / 2 * 2][width()];
    float[][] parts = new float[2][width()];
    float[][] factors = new float[2][COLUMNS_AT_ONCE];
    for (int from = 0; from < depth; from += COLUMNS_AT_ONCE) {
      for (int r = 0; r < rows.length; r += 2) {
        int known = Math.min(COLUMNS_AT_ONCE, depth - from);
        load(rows[r], from, known, factors[0]);
        load(rows[Math.min(r + 1, rows.length - 1)], from, known, factors[1]);
        addColumns(factors, from, (known + 2) / 3 * 3, parts);
        add(sums[r], parts[0]);
        add(sums[r + 1], parts[1]);
      }
    }
    return Arrays.copyOf(sums, rows.length);
  }

  @Override
  public ColumnTile times(FactorRows rows) {
    return of(times(((FactorRows.InJava) rows).values()));
  }

  @Override
  public ColumnTile plus(float[] row) {
    float[][] sums = new float[depth][];
    for (int c = 0; c < depth; c++) {
      sums[c] = columns[c].clone();
      for (int j = 0; j < sums[c].length; j++) {
        sums[c][j] += row[c];
      }
    }
    return of(sums);
  }

  @Override
  public ColumnTile scaled(double[] factors) {
    float[] rounded = Doubles.floats(factors);
    float[][] products = new float[depth][];
    for (int c = 0; c < depth; c++) {
      products[c] = columns[c].clone();
      for (int j = 0; j < rounded.length; j++) {
        products[c][j] *= rounded[j];
      }
    }
    return of(products);
  }

  @Override
  public ColumnTile plusScaled(double[] factors, SampleBlock other) {
    float[] rounded = Doubles.floats(factors);
    float[][] theirs = other.columns();
    float[][] sums = new float[depth][];
    for (int c = 0; c < depth; c++) {
      sums[c] = columns[c].clone();
      for (int j = 0; j < rounded.length; j++) {
        sums[c][j] = Math.fma(rounded[j], theirs[c][j], sums[c][j]);
      }
    }
    return of(sums);
  }

  @Override
  public ColumnTile timesEach(SampleBlock other) {
    float[][] theirs = other.columns();
    float[][] products = new float[depth][];
    for (int c = 0; c < depth; c++) {
      products[c] = columns[c].clone();
      for (int j = 0; j < products[c].length; j++) {
        products[c][j] *= theirs[c][j];
      }
    }
    return of(products);
  }

  @Override
  public double[] dots(SampleBlock other) {
    float[][] theirs = other.columns();
    double[] sums = new double[width()];
    for (int c = 0; c < depth; c++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += (double) columns[c][j] * theirs[c][j];
      }
    }
    return sums;
  }

  @Override
  public float[][] transposedTimes(SampleBlock other) {
    return ((ColumnTile) other).transposed().times(columns());
  }

  @Override
  public ColumnTile probabilities(int[] labels, double scale, double ownShift) {
    float[][] probabilities = new float[depth][width()];
    for (int from = 0; from < width(); from += SAMPLES_AT_ONCE) {
      int n = Math.min(SAMPLES_AT_ONCE, width() - from);
      double[][] logits = logits(from, n, labels, scale, ownShift);
      double[] sums = exponentials(logits);
      for (int c = 0; c < depth; c++) {
        for (int j = 0; j < n; j++) {
          probabilities[c][from + j] = (float) (logits[c][j] / sums[j]);
        }
      }
    }
    return of(probabilities);
  }

  /** Of samples {@code from} to {@code from + n}, [k][n]. */
  private double[][] logits(int from, int n, int[] labels, double scale, double ownShift) {
    double[][] logits = new double[depth][n];
    for (int c = 0; c < depth; c++) {
      float[] column = columns[c];
      for (int j = 0; j < n; j++) {
        logits[c][j] = scale * column[from + j];
      }
    }
    for (int j = 0; j < n; j++) {
      logits[labels[from + j]][j] -= ownShift;
    }
    return logits;
  }

  /** Takes each sample's largest logit from all of them and raises e to what is left; the samples' sums. */
  private static double[] exponentials(double[][] logits) {
    double[] largest = logits[0].clone();
    for (double[] row : logits) {
      for (int j = 0; j < largest.length; j++) {
        largest[j] = Math.max(largest[j], row[j]);
      }
    }
    double[] sums = new double[largest.length];
    for (double[] row : logits) {
      for (int j = 0; j < sums.length; j++) {
        row[j] = Math.exp(row[j] - largest[j]);
        sums[j] += row[j];
      }
    }
    return sums;
  }

  @Override
  public ColumnTile lessOne(int[] own) {
    float[][] less = Arrays.stream(columns()).map(float[]::clone).toArray(float[][]::new);
    for (int j = 0; j < own.length; j++) {
      less[own[j]][j]--;
    }
    return of(less);
  }

  @Override
  public float[][] columns() {
    return Arrays.copyOf(columns, depth);
  }

  @Override
  public SoftmaxBlock softmax(double[] factors, int[] labels, double scale, double ownShift) {
    return SoftmaxTile.of(columns(), factors, labels, scale, ownShift);
  }

  @Override
  public ColumnTile keep() {
    return this;
  }

  @Override
  public void close() {
    // The garbage collector does it.
  }

  private void addColumns(float[][] factors, int from, int used, float[][] parts) {
    Arrays.fill(parts[0], 0);
    Arrays.fill(parts[1], 0);
    for (int c = 0; c < used; c += 3) {
      addThree(
          parts[0],
          parts[1],
          factors[0],
          factors[1],
          c,
          columns[from + c],
          columns[from + c + 1],
          columns[from + c + 2]);
    }
  }

  private static void load(float[] row, int from, int known, float[] factors) {
    System.arraycopy(row, from, factors, 0, known);
    Arrays.fill(factors, known, Math.min(known + 2, factors.length), 0);
  }

  private static void addThree(
      float[] sum, float[] other, float[] f, float[] g, int i, float[] b0, float[] b1, float[] b2) {
    float f0 = f[i];
    float f1 = f[i + 1];
    float f2 = f[i + 2];
    float g0 = g[i];
    float g1 = g[i + 1];
    float g2 = g[i + 2];
    for (int j = 0; j < sum.length; j++) {
      float x = b0[j];
      float y = b1[j];
      float z = b2[j];
      sum[j] = sum[j] + f0 * x + f1 * y + f2 * z;
      other[j] = other[j] + g0 * x + g1 * y + g2 * z;
    }
  }

  private static void add(float[] sum, float[] part) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += part[j];
    }
  }
}
