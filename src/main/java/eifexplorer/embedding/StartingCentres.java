package eifexplorer.embedding;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import java.util.Arrays;
import java.util.Random;

/** k-means++: each centre is a row drawn with a chance that grows with its squared distance from the centres before. */
final class StartingCentres {
  private final float[] values;
  private final int rows;
  private final int columns;
  private final Random random;
  private final double[] nearest;

  StartingCentres(FeatureMatrix x, Random random) {
    this.values = x.toArray();
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
      context.checkCancelled();
      context.progress(i, k, "starting centres");
      System.arraycopy(values, row * columns, centres, i * columns, columns);
      measure(row);
      row = draw();
    }
    return centres;
  }

  private void measure(int centre) {
    ComputePool.shared()
        .forEach(rows, i -> nearest[i] = Math.min(nearest[i], squaredDistance(i, centre)));
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
  private double squaredDistance(int a, int b) {
    int p = a * columns;
    int q = b * columns;
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < columns; i += 4) {
      float d0 = values[p + i] - values[q + i];
      float d1 = values[p + i + 1] - values[q + i + 1];
      float d2 = values[p + i + 2] - values[q + i + 2];
      float d3 = values[p + i + 3] - values[q + i + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; i < columns; i++) {
      float d0 = values[p + i] - values[q + i];
      s0 += d0 * d0;
    }
    return (double) s0 + s1 + s2 + s3;
  }
}
