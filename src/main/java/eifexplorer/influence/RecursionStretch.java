package eifexplorer.influence;

import eifexplorer.math.LossCurvature;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of training samples that {@link StochasticInverse} goes through at once, h being written at its end only: what its
 * samples do to one another goes through their features' products. Immutable, safe for use from any thread.
 */
final class RecursionStretch implements AutoCloseable {
  /** Even, since a tile takes rows in twos; the product of a row is the same in whatever company. */
  private static final int LEAST_PIECE = 32;

  private static final int PIECES_OF_A_BLOCK = 16;

  private final MatrixMath math;
  private final double keep;
  private final SampleBlock samples;
  private final LossCurvature curvature;

  /**
   * Samples {@code from} to {@code to}.
   *
   * @param keep share of h that a step keeps
   * @param scale what Hessians are divided by
   */
  RecursionStretch(TrainingDerivatives training, int from, int to, double keep, double scale) {
    this.math = training.math();
    this.keep = keep;
    int n = to - from;
    float[] rows = training.rows(from, to);
    float[][] each = Matrices.rowsOf(rows, 0, n, rows.length / n);
    this.samples = math.block(rows, n, each[0].length).keep();
    float[][] reach = reach(times(samples, each), keep, scale);
    GradientTile tile = training.tile(from, to);
    this.curvature =
        math.curvature(
            new LossCurvature.Samples(
                tile.units(),
                tile.lengths(),
                tile.probabilities(),
                tile.pulls(),
                training.proxyRows(),
                training.proxyColumns(),
                training.logits().scale()),
            reach);
  }

  /** Bytes that n samples take. */
  static long bytes(int n, TrainingDerivatives training) {
    long features = training.featureSize();
    long others = 2L * training.embeddingSize() + training.proxies().length;
    return n * (n + features + others) * Float.BYTES;
  }

  /** {@code keep^(s-1-r) f_s·f_r / scale} of products [s][r], below the diagonal. */
  private static float[][] reach(float[][] products, double keep, double scale) {
    for (int s = 0; s < products.length; s++) {
      double factor = 1 / scale;
      for (int r = s - 1; r >= 0; r--) {
        products[s][r] *= (float) factor;
        factor *= keep;
      }
      Arrays.fill(products[s], s, products.length, 0);
    }
    return products;
  }

  /** Products of a block with rows [r][k], shared among threads where there are some. */
  private float[][] times(SampleBlock block, float[][] rows) {
    float[][] product = new float[rows.length][];
    int piece = Math.max(LEAST_PIECE, math.blockRows(block.depth()) / PIECES_OF_A_BLOCK);
    math.overBlocks(
        (rows.length + piece - 1) / piece,
        p -> {
          int from = p * piece;
          int to = Math.min(rows.length, from + piece);
          float[][] part = block.times(Arrays.copyOfRange(rows, from, to));
          System.arraycopy(part, 0, product, from, part.length);
        });
    return product;
  }

  /** n. */
  int size() {
    return samples.width();
  }

  /** {@code h f} [n,E] of its samples for h [E][F]. */
  SampleBlock times(float[][] h) {
    float[][] columns = times(samples, h);
    return math.block(Matrices.flat(Matrices.transposed(columns)), size(), h.length);
  }

  /** {@code v f} [n,E] of its samples for a query's gradient v. */
  SampleBlock times(DistanceGradient.Factors v) {
    return v.times(samples);
  }

  /**
   * What its samples take from h, {@code keep^(n-1-s) t_s} in columns [E][n] with {@code t_s = A_s (h_s f_s) / scale} and h_s
   * before sample s.
   *
   * @param hf {@code h f} [n,E] with the h before its first sample
   * @param vf {@code v f} [n,E]; null where v is 0
   * @param precision as {@link LossCurvature#chain} has it
   */
  float[][] steps(SampleBlock hf, @Nullable SampleBlock vf, double scale, double precision) {
    int n = size();
    double[] powers = new double[n];
    double[] sums = new double[n];
    powers[0] = 1;
    for (int s = 1; s < n; s++) {
      powers[s] = keep * powers[s - 1];
      sums[s] = 1 + keep * sums[s - 1];
    }
    SampleBlock base = vf == null ? hf.scaled(powers) : vf.scaled(sums).plusScaled(powers, hf);
    SampleBlock steps = curvature.chain(base, precision);
    double[] later = new double[n];
    for (int s = 0; s < n; s++) {
      later[s] = powers[n - 1 - s] / scale;
    }
    return steps.scaled(later).columns();
  }

  /** {@code sum_s y_s f_s^T} [E][F] for columns y [E][n]. */
  float[][] spread(float[][] columns) {
    float[][] byFeature = samples.columns();
    return times(math.block(Matrices.flat(byFeature), byFeature.length, size()), columns);
  }

  @Override
  public void close() {
    samples.close();
    curvature.close();
  }
}
