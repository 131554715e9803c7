package eifexplorer.math;

import eifexplorer.job.JobContext;
import java.util.List;

/**
 * Solves {@code (K + l I) x = b} for a kernel of n samples, {@code K_ij = (g_i·g_j)(f_i·f_j)} with {@code l = lambda tr(K) /
 * n}, factorised once in double precision where it is computed with; made by {@link MatrixMath#kernelSystem}. Immutable, safe
 * for use from any thread. Freed with the last reference to it.
 */
public interface KernelSystem {
  /** The samples' rows; safe for use from any thread. */
  interface Rows {
    /** n. */
    int count();

    /** g of samples {@code from} to {@code to}, row major. */
    double[] left(int from, int to);

    /** f of samples {@code from} to {@code to}, row major. */
    double[] right(int from, int to);
  }

  /**
   * x [q][n] for right sides b [q][n].
   *
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  List<double[]> solve(double[][] rightSides, JobContext context);
}
