package eifexplorer.embedding;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import java.util.Arrays;
import java.util.Random;

/** k-means++: each centre is a row drawn with a chance that grows with its squared distance from the centres before. */
final class StartingCentres {
  /** Values read at once: they stay in the second-level cache. */
  private static final int BLOCK_VALUES = 1 << 15;

  private final FeatureMatrix x;
  private final int rows;
  private final int columns;
  private final Random random;
  private final double[] nearest;

  StartingCentres(FeatureMatrix x, Random random) {
    this.x = x;
    this.rows = x.rows();
    this.columns = x.columns();
    this.random = random;
    this.nearest = new double[rows];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
  }

  /** k of the rows [k,E]. */
  float[] choose(int k, JobContext context) {
    float[] centres = new float[k * columns];
    int row = random.nextInt(rows);
    for (int i = 0; i < k; i++) {
      context.giveWay();
      context.progress(i, k, "starting centres");
      x.copyRows(row, row + 1, centres, i * columns);
      measure(x.row(row));
      row = draw();
    }
    return centres;
  }

  private void measure(float[] centre) {
    int step = Math.max(1, BLOCK_VALUES / columns);
    ComputePool.shared()
        .forEach(
            (rows + step - 1) / step,
            b -> {
              int from = b * step;
              int to = Math.min(rows, from + step);
              float[] values = new float[(to - from) * columns];
              x.copyRows(from, to, values, 0);
              for (int i = from; i < to; i++) {
                double distance = squaredDistance(values, (i - from) * columns, centre);
                nearest[i] = Math.min(nearest[i], distance);
              }
            });
  }

  private int draw() {
    double total = 0;
    for (double distance : nearest) {
      total += distance;
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < rows; i++) {
      left -= nearest[i];
      if (left < 0) {
        return i;
      }
    }
    return random.nextInt(rows);
  }

  /** Four sums at a time, which a processor adds up side by side. */
  private double squaredDistance(float[] values, int p, float[] centre) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < columns; i += 4) {
      float d0 = values[p + i] - centre[i];
      float d1 = values[p + i + 1] - centre[i + 1];
      float d2 = values[p + i + 2] - centre[i + 2];
      float d3 = values[p + i + 3] - centre[i + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; i < columns; i++) {
      float d0 = values[p + i] - centre[i];
      s0 += d0 * d0;
    }
    return (double) s0 + s1 + s2 + s3;
  }
}
