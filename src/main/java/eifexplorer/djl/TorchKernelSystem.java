package eifexplorer.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import eifexplorer.job.JobContext;
import eifexplorer.math.KernelSystem;
import eifexplorer.math.Matrices;
import java.util.Arrays;
import java.util.List;

/** A kernel's factor on the device; see {@link KernelSystem}. */
final class TorchKernelSystem implements KernelSystem {
  /** Bytes for each number of the kernel while it is made: two products, then the factor, in double precision. */
  static final int BYTES_A_NUMBER = 3 * Double.BYTES;

  private final DjlMatrixMath math;
  private final NDArray factor;
  private final DeviceMemory memory;

  /** Factorises; throws as {@link eifexplorer.math.MatrixMath#kernelSystem} says. */
  TorchKernelSystem(DjlMatrixMath math, TorchWork work, Rows rows, double lambda) {
    this.math = math;
    this.memory = math.memory();
    int n = rows.count();
    NDArray left = work.exact(rows.left(0, n)).reshape(n, -1);
    NDArray right = work.exact(rows.right(0, n)).reshape(n, -1);
    try {
      this.factor =
          work.run(KernelProgram.FACTOR, left, List.of(right), List.of(work.numbers(lambda)));
    } catch (EngineException e) {
      if (String.valueOf(e.getMessage()).contains("cholesky")) {
        throw (ArithmeticException)
            new ArithmeticException("it is not positive definite").initCause(e);
      }
      throw e;
    }
    memory.keep(this, List.of(factor));
  }

  @Override
  public List<double[]> solve(double[][] rightSides, JobContext context) {
    context.checkCancelled();
    return math.within(
        work -> {
          int n = rightSides[0].length;
          NDArray columns =
              work.exact(Matrices.flat(rightSides)).reshape(rightSides.length, n).transpose();
          NDArray solved = work.run(KernelProgram.SOLVED, work.in(factor), List.of(columns));
          double[][] rows = Matrices.rows(solved.transpose().toDoubleArray(), n);
          return Arrays.asList(rows);
        },
        this);
  }
}
