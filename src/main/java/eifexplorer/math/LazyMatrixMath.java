package eifexplorer.math;

import eifexplorer.job.JobContext;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Another {@link MatrixMath} that is made when it is first needed. */
public final class LazyMatrixMath implements MatrixMath {
  private final Supplier<MatrixMath> make;
  private @Nullable MatrixMath made;

  /** What {@code make} gives when it is first asked. */
  public LazyMatrixMath(Supplier<MatrixMath> make) {
    this.make = make;
  }

  private synchronized MatrixMath math() {
    MatrixMath math = made;
    if (math == null) {
      math = make.get();
      made = math;
    }
    return math;
  }

  @Override
  public void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out) {
    math().timesTransposed(a, m, b, n, k, out);
  }

  @Override
  public void times(float[] a, int m, float[] b, int n, int k, float[] out) {
    math().times(a, m, b, n, k, out);
  }

  @Override
  public void transposedTimes(float[] a, int m, float[] b, int n, int k, float[] out) {
    math().transposedTimes(a, m, b, n, k, out);
  }

  @Override
  public String kernels() {
    return math().kernels();
  }

  @Override
  public int blockRows(int widest) {
    return math().blockRows(widest);
  }

  @Override
  public long mostBytes() {
    return math().mostBytes();
  }

  @Override
  public SampleBlock block(float[] rows, int n, int k) {
    return math().block(rows, n, k);
  }

  @Override
  public SampleBlock block(RowSource source, int first, int n, int k) {
    return math().block(source, first, n, k);
  }

  @Override
  public SampleBlock blockOf(float[][] columns) {
    return math().blockOf(columns);
  }

  @Override
  public FactorRows factor(float[][] rows) {
    return math().factor(rows);
  }

  @Override
  public SampleBlock.SoftmaxBlock restored(
      RowSource kept, int classes, int[] labels, double scale, double ownShift) {
    return math().restored(kept, classes, labels, scale, ownShift);
  }

  @Override
  public LossCurvature curvature(LossCurvature.Samples samples, float[][] reach) {
    return math().curvature(samples, reach);
  }

  @Override
  public long kernelBytes(int n) {
    return math().kernelBytes(n);
  }

  @Override
  public KernelSystem kernelSystem(KernelSystem.Rows rows, double lambda, JobContext context) {
    return math().kernelSystem(rows, lambda, context);
  }

  @Override
  public Optional<LearningLayer> learningLayer(
      LearningLayer.Rows rows, float[] weight, float[] bias) {
    return math().learningLayer(rows, weight, bias);
  }

  @Override
  public RankedRows rankedRows(float[] rows, int n, int k) {
    return math().rankedRows(rows, n, k);
  }

  @Override
  public void overBlocks(int count, IntConsumer work) {
    math().overBlocks(count, work);
  }
}
