package eifexplorer.math;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import java.util.List;

/** In Java: the lower half of the kernel, factorised in place. */
final class JavaKernelSystem implements KernelSystem {
  private static final int BLOCK = 512;

  private final BlockedCholesky factor;

  /** Factorises; throws as {@link MatrixMath#kernelSystem} says. */
  JavaKernelSystem(Rows rows, double lambda, JobContext context) {
    this.factor = BlockedCholesky.of(kernel(rows, lambda, context), context);
  }

  private static double[][] kernel(Rows rows, double lambda, JobContext context) {
    int n = rows.count();
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
    }
    for (int from = 0; from < n; from += BLOCK) {
      fill(lower, rows, from, Math.min(n, from + BLOCK), context);
      context.progress(Math.min(n, from + BLOCK), n, "columns of the kernel");
    }
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += lower[i][i];
    }
    for (int i = 0; i < n; i++) {
      lower[i][i] += lambda * trace / n;
    }
    return lower;
  }

  /** Columns {@code first} to {@code end}, from the diagonal down. */
  private static void fill(double[][] lower, Rows rows, int first, int end, JobContext context) {
    int n = rows.count();
    int width = end - first;
    PackedMatrix left = transposed(rows.left(first, end), width);
    PackedMatrix right = transposed(rows.right(first, end), width);
    for (int from = first; from < n; from += BLOCK) {
      context.checkCancelled();
      int to = Math.min(n, from + BLOCK);
      double[] ofLeft = left.leftMultiply(rows.left(from, to), to - from);
      double[] ofRight = right.leftMultiply(rows.right(from, to), to - from);
      for (int i = from; i < to; i++) {
        double[] row = lower[i];
        for (int j = 0; j < width && first + j < row.length; j++) {
          int at = (i - from) * width + j;
          row[first + j] = ofLeft[at] * ofRight[at];
        }
      }
    }
  }

  private static PackedMatrix transposed(double[] rows, int count) {
    return PackedMatrix.ofTransposed(Matrices.rows(rows, rows.length / count));
  }

  @Override
  public List<double[]> solve(double[][] rightSides, JobContext context) {
    return ComputePool.shared()
        .map(
            rightSides.length,
            q -> {
              context.checkCancelled();
              return factor.solve(rightSides[q]);
            });
  }
}
