package eifexplorer.math;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Solves {@code M x = b} for a symmetric, positive definite M of thousands of rows, by {@code M = L L^T}. Immutable, safe
 * for use from any thread.
 *
 * <p>Columns are finished in blocks: what the finished ones take from a block is one matrix product, whose numbers stay in
 * the caches. {@link Cholesky} is for some hundred rows.
 */
public final class BlockedCholesky {
  private static final int BLOCK = 128;
  private static final int ROWS_AT_ONCE = 512;

  private final double[][] lower;

  private BlockedCholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Bytes of a matrix of n rows. */
  public static long bytes(int n) {
    return 4L * n * (n + 1);
  }

  /**
   * Factorises.
   *
   * @param lower M's lower half: row i has i + 1 numbers; becomes L
   * @throws ArithmeticException if M is not positive definite, or not finite
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  public static BlockedCholesky of(double[][] lower, JobContext context) {
    int n = lower.length;
    for (int from = 0; from < n; from += BLOCK) {
      context.checkCancelled();
      int to = Math.min(n, from + BLOCK);
      takeFinished(lower, from, to);
      finish(lower, from, to);
      context.progress(to, n, "rows");
    }
    return new BlockedCholesky(lower);
  }

  /** Takes {@code L_ik L_jk}, k before the block, from its columns j. */
  private static void takeFinished(double[][] lower, int from, int to) {
    if (from == 0) {
      return;
    }
    double[][] block = new double[to - from][];
    Arrays.setAll(block, j -> Arrays.copyOf(lower[from + j], from));
    PackedMatrix finished = PackedMatrix.ofTransposed(block);
    for (int row = from; row < lower.length; row += ROWS_AT_ONCE) {
      int rows = Math.min(ROWS_AT_ONCE, lower.length - row);
      double[] a = new double[rows * from];
      for (int i = 0; i < rows; i++) {
        System.arraycopy(lower[row + i], 0, a, i * from, from);
      }
      double[] taken = finished.leftMultiply(a, rows);
      for (int i = 0; i < rows; i++) {
        double[] of = lower[row + i];
        for (int j = from; j < Math.min(to, of.length); j++) {
          of[j] -= taken[i * (to - from) + j - from];
        }
      }
    }
  }

  private static void finish(double[][] lower, int from, int to) {
    for (int j = from; j < to; j++) {
      finishRow(lower, j, from, j);
      double pivot = lower[j][j] - Cholesky.dot(lower[j], lower[j], from, j);
      if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
        throw new ArithmeticException("of row " + j + " is left " + pivot);
      }
      lower[j][j] = Math.sqrt(pivot);
    }
    IntConsumer below = i -> finishRow(lower, to + i, from, to);
    ComputePool.shared().forEach(lower.length - to, below);
  }

  /** Columns {@code from} to {@code to} of a row, below finished ones. */
  private static void finishRow(double[][] lower, int i, int from, int to) {
    double[] row = lower[i];
    for (int j = from; j < to; j++) {
      row[j] = (row[j] - Cholesky.dot(row, lower[j], from, j)) / lower[j][j];
    }
  }

  /** Number of rows. */
  public int size() {
    return lower.length;
  }

  /** x [n] for b [n]. */
  public double[] solve(double[] b) {
    double[] x = b.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] = (x[i] - Cholesky.dot(lower[i], x, 0, i)) / lower[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      double[] row = lower[i];
      double factor = x[i];
      for (int j = 0; j < i; j++) {
        x[j] -= factor * row[j];
      }
    }
    return x;
  }
}
