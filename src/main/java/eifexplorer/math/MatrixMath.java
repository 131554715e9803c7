package eifexplorer.math;

import eifexplorer.job.ComputePool;
import eifexplorer.job.HeapShare;
import eifexplorer.job.JobContext;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Where large matrices are computed with: in Java or on the tensor runtime's device. Implementations may be called from any
 * thread; what is not overridden is done in Java.
 *
 * <p>Algorithms name no device. What they need once they hand over as arrays; what they need again and again they keep here,
 * as {@link SampleBlock}s and {@link FactorRows}, in blocks of {@link #blockRows} samples that are worked on by {@link
 * #overBlocks}.
 */
public interface MatrixMath {
  /** {@code out = A Bᵀ} with A [m,k], B [n,k], out [m,n]. */
  void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out);

  /** {@code out = A B} with A [m,k], B [k,n], out [m,n]. */
  void times(float[] a, int m, float[] b, int n, int k, float[] out);

  /** {@code out = Aᵀ B} with A [k,m], B [k,n], out [m,n]. */
  void transposedTimes(float[] a, int m, float[] b, int n, int k, float[] out);

  /** What computes, for reports: {@code java} or {@code torch}. */
  default String kernels() {
    return "java";
  }

  /**
   * How many samples a block should have, at least 1.
   *
   * @param widest values of the longest row that is made of a sample
   */
  default int blockRows(int widest) {
    return ColumnTile.WIDTH;
  }

  /**
   * Bytes of blocks that one part of a model, {@link HeapShare#PASSES}, may keep here, and others in proportion; what does not
   * fit is brought here again for each pass.
   */
  default long mostBytes() {
    return HeapShare.PASSES.bytes();
  }

  /** The first n rows of a matrix [.,k], row major; copied. */
  default SampleBlock block(float[] rows, int n, int k) {
    return ColumnTile.ofRows(rows, n, k);
  }

  /** Rows {@code first} to {@code first + n} of a source, each of k values; copied. */
  default SampleBlock block(RowSource source, int first, int n, int k) {
    return ColumnTile.ofRows(source, first, n, k);
  }

  /** The samples whose k values are the columns [k][n], kept; columns that are not to be changed afterwards. */
  default SampleBlock blockOf(float[][] columns) {
    return ColumnTile.of(columns);
  }

  /** Rows [r][k] that blocks are multiplied with; not to be changed afterwards. */
  default FactorRows factor(float[][] rows) {
    return new FactorRows.InJava(rows);
  }

  /**
   * A block's losses from what {@link SampleBlock.LossBlock#kept} gave of another; as {@link SampleBlock#softmax}.
   *
   * @param kept rows of n values
   * @param classes C, the number of rows
   */
  default SampleBlock.SoftmaxBlock restored(
      RowSource kept, int classes, int[] labels, double scale, double ownShift) {
    return SoftmaxTile.restored(kept, classes, labels, scale, ownShift);
  }

  /**
   * Second derivatives of some samples' losses.
   *
   * @param reach [n][n], of which the part below the diagonal counts; not to be changed afterwards
   */
  default LossCurvature curvature(LossCurvature.Samples samples, float[][] reach) {
    return new JavaLossCurvature(this, samples, reach);
  }

  /** Bytes that a {@link #kernelSystem} of n samples takes. */
  default long kernelBytes(int n) {
    return BlockedCholesky.bytes(n);
  }

  /**
   * Factorises a kernel.
   *
   * @param lambda share of the kernel's mean diagonal that is added to it, above 0
   * @throws ArithmeticException if the sum is not positive definite, or not finite
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  default KernelSystem kernelSystem(KernelSystem.Rows rows, double lambda, JobContext context) {
    return new JavaKernelSystem(rows, lambda, context);
  }

  /**
   * A linear layer that learns where it is computed with; empty where that is Java's memory, in which its owner keeps it.
   *
   * @param weight W [E,F]
   * @param bias b [E]
   */
  default Optional<LearningLayer> learningLayer(
      LearningLayer.Rows rows, float[] weight, float[] bias) {
    return Optional.empty();
  }

  /** Rows that are searched for others' neighbours. */
  default RankedRows rankedRows(float[] rows, int n, int k) {
    return new JavaRankedRows(this, rows, n, k);
  }

  /**
   * Works on blocks 0 to {@code count - 1}, in any order, perhaps several at once, and returns when all are done. Throws what
   * the work threw; blocks not begun by then are left out.
   */
  default void overBlocks(int count, IntConsumer work) {
    ComputePool.shared().forEach(count, work);
  }
}
