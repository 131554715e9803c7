package eifexplorer.influence;

import eifexplorer.job.JobContext;
import eifexplorer.math.FactorRows;
import eifexplorer.math.Matrices;
import eifexplorer.math.SampleBlock;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Products of all training samples' features with those of the last that count, by which {@link StochasticInverse} answers
 * without h, whose products with all samples take longer: {@code h f_i = c v f_i - sum_s y_s (f_s·f_i)} over the samples that
 * count, all in one stretch. Made once it pays. Safe for use from any thread.
 */
final class StretchKernel {
  /** It takes as long as it saves with some queries, and a person asks for one or two. */
  private static final int PAYS_AFTER = 6;

  private final double scale;
  private final AtomicInteger asked = new AtomicInteger();

  /** By tile, if it is used. */
  private SampleBlock @Nullable [] kernel;

  /** For a recursion that divides Hessians by this. */
  StretchKernel(double scale) {
    this.scale = scale;
  }

  /**
   * Whether the next query is to be answered by it; asked once a query.
   *
   * @param count samples that count, in one stretch
   */
  boolean pays(int count, TrainingDerivatives training) {
    return bytes(count, training) > 0 && asked.getAndIncrement() >= PAYS_AFTER;
  }

  /** Bytes it takes for a stretch of so many samples; 0 if an estimator may not keep both. */
  static long bytes(int count, TrainingDerivatives training) {
    long bytes = (long) Float.BYTES * count * training.size();
    return bytes + RecursionStretch.bytes(count, training) <= training.estimatorBytes() ? bytes : 0;
  }

  /**
   * A query's products with the gradients of all samples' losses [N].
   *
   * @param query its gradient v
   * @param steps y of the samples that count, in columns [E][count]
   * @param start c
   */
  double[] products(
      DistanceGradient.Factors query,
      float[][] steps,
      double start,
      TrainingDerivatives training,
      JobContext context) {
    double[] products = new double[training.size()];
    SampleBlock[] blocks = blocks(training.size() - steps[0].length, training, context);
    try (FactorRows factor = training.math().factor(steps)) {
      training.overFeatures(
          context.withoutProgress(),
          (from, t, read) -> {
            double[] lefts = new double[read.width()];
            double[] less = new double[read.width()];
            Arrays.fill(lefts, start / scale);
            Arrays.fill(less, -1 / scale);
            SampleBlock moved =
                query.times(read).scaled(lefts).plusScaled(less, blocks[t].times(factor));
            double[] of = training.tile(t, read).gradients().dots(moved);
            System.arraycopy(of, 0, products, from, of.length);
          });
    }
    return products;
  }

  /** [n,count] by tile. */
  private synchronized SampleBlock[] blocks(
      int first, TrainingDerivatives training, JobContext context) {
    if (kernel == null) {
      SampleBlock[] made = new SampleBlock[training.tileCount()];
      float[] rows = training.rows(first, training.size());
      int columns = training.featureSize();
      try (FactorRows last =
          training.math().factor(Matrices.rowsOf(rows, 0, rows.length / columns, columns))) {
        training.overFeatures(context, (from, t, read) -> made[t] = read.times(last).keep());
      }
      kernel = made;
    }
    return kernel;
  }
}
