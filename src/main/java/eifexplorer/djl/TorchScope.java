package eifexplorer.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A stretch of native work on one thread.
 *
 * <p>PyTorch keeps gradient mode, the number of threads and the graph optimiser per thread. The optimiser is off: it
 * studies the first runs of a program and again whenever the image size changes, and finds nothing in ours.
 */
final class TorchScope implements AutoCloseable {
  private final NDManager memory;
  private final boolean gradientsBefore;

  TorchScope(NDManager memory, int threads, boolean gradients) {
    this.memory = memory;
    this.gradientsBefore = JniUtils.isGradMode();
    JniUtils.setGradMode(gradients);
    JniUtils.setGraphExecutorOptimize(false);
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
  }

  /** Memory freed at the end of the work. */
  NDManager memory() {
    return memory;
  }

  @Override
  public void close() {
    JniUtils.setGradMode(gradientsBefore);
    memory.close();
  }
}
