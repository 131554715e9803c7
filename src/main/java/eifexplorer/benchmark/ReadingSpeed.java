package eifexplorer.benchmark;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.ComputePool;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast all threads together read what a query must read: large arrays, or a mapped file as the system's memory holds it.
 *
 * @param file what is read instead of arrays
 */
record ReadingSpeed(Optional<FeatureMatrix> file) {
  private static final int BLOCK = 1 << 20;
  private static final int BLOCKS = 64;
  private static final int TIMES = 3;

  /** Of the best of a few passes. */
  double bytesPerSecond() {
    float[][] arrays = file.isPresent() ? new float[0][] : new float[BLOCKS][BLOCK];
    double best = 0;
    for (int time = 0; time < TIMES; time++) {
      long start = System.nanoTime();
      long bytes = file.map(ReadingSpeed::read).orElseGet(() -> read(arrays));
      best = Math.max(best, bytes / ((System.nanoTime() - start) / 1e9));
    }
    return best;
  }

  private static long read(float[][] arrays) {
    AtomicLong found = new AtomicLong();
    ComputePool.shared()
        .forEach(
            arrays.length,
            b -> {
              float[] sums = new float[1024];
              for (int i = 0; i < BLOCK; i += sums.length) {
                add(arrays[b], i, sums);
              }
              found.addAndGet(sums[0] == 0 ? 1 : 0);
            });
    return (long) arrays.length * BLOCK * Float.BYTES;
  }

  /** Element by element, which the compiler makes vectors of. */
  private static void add(float[] from, int start, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += from[start + j];
    }
  }

  private static long read(FeatureMatrix matrix) {
    int step = Math.max(1, BLOCK / matrix.columns());
    int blocks = (matrix.rows() + step - 1) / step;
    ComputePool.shared()
        .forEach(
            blocks,
            b -> {
              int to = Math.min(matrix.rows(), (b + 1) * step);
              matrix.copyRows(b * step, to, new float[(to - b * step) * matrix.columns()], 0);
            });
    return (long) matrix.rows() * matrix.columns() * Float.BYTES;
  }
}
