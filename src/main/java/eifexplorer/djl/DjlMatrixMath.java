package eifexplorer.djl;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.util.cuda.CudaUtils;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.FactorRows;
import eifexplorer.math.KernelSystem;
import eifexplorer.math.LearningLayer;
import eifexplorer.math.LossCurvature;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.RankedRows;
import eifexplorer.math.RowSource;
import eifexplorer.math.SampleBlock;
import java.lang.ref.Reference;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Matrices computed with by PyTorch, on its device. Each block has its {@link TorchWork}, whose arrays are freed with it. On a
 * GPU blocks are worked on one after the other, since an operation uses all of it already; on a processor by as many threads as
 * Java's kernels have, one a block: threads that share one operation wait for each other at its end.
 */
final class DjlMatrixMath implements MatrixMath {
  /** Values of the largest array of a block: larger ones gain nothing on a processor. */
  private static final int VALUES = 1 << 21;

  /** The same on a GPU, where small arrays leave most of it idle. */
  private static final int VALUES_ON_GPU = 1 << 24;

  private static final int FEWEST_ROWS = 256;
  private static final int MOST_ROWS = 1 << 15;

  /** Values that several operations in a row work on: with what they make of them they stay in the second-level cache or near it. */
  private static final int VALUES_AT_ONCE = 1 << 17;

  private final DjlRuntime runtime;
  private final Queue<HostArrays> idle = new ConcurrentLinkedQueue<>();
  private @Nullable TorchProgram program;

  DjlMatrixMath(DjlRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public String kernels() {
    return "torch";
  }

  @Override
  public int blockRows(int widest) {
    int values = onGpu() ? VALUES_ON_GPU : VALUES;
    return Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, values / widest));
  }

  @Override
  public long mostBytes() {
    return onGpu()
        ? CudaUtils.getGpuMemory(Device.gpu(runtime.report().device().index())).getMax() / 2
        : runtime.settings().keptBytes();
  }

  @Override
  public void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out) {
    product(a, m, k, b, n, k, out, (x, y) -> x.matMul(y.transpose()));
  }

  @Override
  public void times(float[] a, int m, float[] b, int n, int k, float[] out) {
    product(a, m, k, b, k, n, out, NDArray::matMul);
  }

  @Override
  public void transposedTimes(float[] a, int m, float[] b, int n, int k, float[] out) {
    product(a, k, m, b, k, n, out, (x, y) -> x.transpose().matMul(y));
  }

  private void product(
      float[] a,
      int aRows,
      int aColumns,
      float[] b,
      int bRows,
      int bColumns,
      float[] out,
      BinaryOperator<NDArray> multiply) {
    within(
        work -> {
          NDManager memory = work.memory();
          NDArray x = new HostArrays().borrow(memory, a, aRows, aColumns);
          NDArray y = new HostArrays().borrow(memory, b, bRows, bColumns);
          float[] result = multiply.apply(x, y).toFloatArray();
          System.arraycopy(result, 0, out, 0, result.length);
          return out;
        });
  }

  @Override
  public SampleBlock block(float[] rows, int n, int k) {
    return block(work -> work.upload(rows, n, k));
  }

  @Override
  public SampleBlock block(RowSource source, int first, int n, int k) {
    return block(work -> work.upload(source, first, n, k));
  }

  @Override
  public SampleBlock blockOf(float[][] columns) {
    return block(Matrices.flat(Matrices.transposed(columns)), columns[0].length, columns.length)
        .keep();
  }

  @Override
  public FactorRows factor(float[][] rows) {
    return within(work -> new TorchFactor(this, work.upload(rows)));
  }

  @Override
  public SampleBlock.SoftmaxBlock restored(
      RowSource kept, int classes, int[] labels, double scale, double ownShift) {
    return within(
        work ->
            new TorchLosses(
                this, work.upload(kept, 0, classes, labels.length), labels, scale, ownShift));
  }

  @Override
  public LossCurvature curvature(LossCurvature.Samples samples, float[][] reach) {
    return within(work -> new TorchLossCurvature(this, work, samples, reach), samples);
  }

  @Override
  public long kernelBytes(int n) {
    return (long) TorchKernelSystem.BYTES_A_NUMBER * n * n;
  }

  @Override
  public KernelSystem kernelSystem(KernelSystem.Rows rows, double lambda, JobContext context) {
    context.checkCancelled();
    return within(work -> new TorchKernelSystem(this, work, rows, lambda));
  }

  @Override
  public Optional<LearningLayer> learningLayer(
      LearningLayer.Rows rows, float[] weight, float[] bias) {
    return within(work -> Optional.of(new TorchLayer(this, work, rows, weight, bias)));
  }

  @Override
  public RankedRows rankedRows(float[] rows, int n, int k) {
    return within(work -> new TorchRankedRows(this, work.upload(rows, n, k)));
  }

  @Override
  public void overBlocks(int count, IntConsumer work) {
    if (onGpu() || count == 1) {
      for (int i = 0; i < count; i++) {
        within(block(work, i), runtime.settings().threads());
      }
    } else {
      ComputePool.shared().forEach(count, i -> within(block(work, i), 1));
    }
  }

  private static Function<TorchWork, Integer> block(IntConsumer work, int block) {
    return open -> {
      work.accept(block);
      return block;
    };
  }

  private boolean onGpu() {
    return runtime.report().device().isGpu();
  }

  /** How many rows of so many values several operations in a row should work on at once, at most all of them. */
  int rowsAtOnce(int rows, int values) {
    return onGpu() ? rows : Math.max(1, Math.min(rows, VALUES_AT_ONCE / values));
  }

  /** Whether several plain operations are faster than one exponential: on a GPU all that counts is how often memory is read. */
  boolean gainsFromSmallChanges() {
    return !onGpu();
  }

  /** Memory for an object's arrays. */
  DeviceMemory memory() {
    return new DeviceMemory(runtime);
  }

  /** A block from an array that is made in the work under way; without one it is kept from the start. */
  SampleBlock block(Function<TorchWork, NDArray> make, Object... used) {
    boolean alone = TorchWork.current(this) == null;
    return within(
        work -> {
          TorchBlock block = new TorchBlock(this, make.apply(work));
          return alone ? block.keep() : block;
        },
        used);
  }

  /**
   * Does something in the work under way on this thread, or in one of its own.
   *
   * @param used whose arrays it uses: they stay until it is done
   */
  <T> T within(Function<TorchWork, T> action, Object... used) {
    try {
      return within(action, runtime.settings().threads());
    } finally {
      Reference.reachabilityFence(used);
    }
  }

  /** {@code threads} for an operation, where no work is under way. */
  private <T> T within(Function<TorchWork, T> action, int threads) {
    TorchWork open = TorchWork.current(this);
    try {
      return open == null ? alone(action, threads) : action.apply(open);
    } catch (EngineException e) {
      throw DeviceTrouble.of(runtime.report().device(), e);
    }
  }

  private <T> T alone(Function<TorchWork, T> action, int threads) {
    TorchProgram kernels = program();
    HostArrays known = idle.poll();
    HostArrays host = known == null ? new HostArrays() : known;
    try (TorchWork work = new TorchWork(this, runtime.scope(false, threads), kernels, host)) {
      return action.apply(work);
    } finally {
      if (!host.isLarge()) {
        idle.add(host);
      }
    }
  }

  private synchronized TorchProgram program() {
    if (program == null) {
      program = TorchProgram.compile(runtime.newMemory(), KernelProgram.methods());
    }
    return program;
  }
}
