package eifexplorer.influence;

import eifexplorer.job.JobContext;
import java.util.List;

/**
 * The kernel of the model's outputs, {@code K_ij = (g_i·g_j)(f_i·f_j)}, with {@code l = lambda tr(K) / N} on its diagonal;
 * safe for use from any thread.
 */
interface OutputKernel {
  /** {@code 1 - p} of every sample [N]. */
  double[] doubts();

  /**
   * {@code (K + l I)^-1 phi} [N] of each query, with {@code phi_i = <dd/dW, do_i/dW>}.
   *
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  List<double[]> solve(List<PairDistance> queries, JobContext context);
}
