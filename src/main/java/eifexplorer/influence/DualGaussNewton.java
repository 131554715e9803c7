package eifexplorer.influence;

import eifexplorer.influence.ConjugateGradients.Solution;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.FactorRows;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The Gauss-Newton Hessian of {@link GaussNewton} where there are fewer logits than weights: with {@code H = B^T B} and rows
 * {@code B_i = N^-½ R_i J_i (.) f_i} for {@code R_i^T R_i = diag q - q q^T},
 *
 * <pre>{@code (H + l I)^-1 v = (v - B^T (B B^T + l I)^-1 B v) / l}</pre>
 *
 * <p>whose system is over [C,N] numbers instead of [E,F], and whose products need no embedding: with the samples' cosines S,
 * their products with the proxies {@code P P^T} and the kernels {@code K = X X^T}, {@code K * (U U^T)} [N,N], which are kept,
 * a step is one product of K with 2C rows. Immutable, safe for use from any thread; numbers [C,N] are rows a class.
 */
final class DualGaussNewton {
  private static final int FLOATS_A_SAMPLE = 2;

  private final TrainingDerivatives training;
  private final MatrixMath math;
  private final int size;
  private final int classes;
  private final int width;
  private final double[][] cosines;
  private final double[][] probabilities;
  private final double[][] roots;

  /** s / ||e|| [N]. */
  private final double[] factors;

  /** P P^T [C][C]. */
  private final double[][] proxyProducts;

  /** Blocks of K. */
  private final SampleBlock[] features;

  /** Blocks of K * (U U^T). */
  private final SampleBlock[] both;

  /** Computes what is kept, in two passes over the samples. */
  DualGaussNewton(TrainingDerivatives training, JobContext context) {
    this.training = training;
    this.math = training.math();
    this.size = training.size();
    this.classes = training.proxies().length;
    this.width = (size + training.tileCount() - 1) / training.tileCount();
    this.cosines = new double[classes][size];
    this.probabilities = new double[classes][size];
    this.roots = new double[classes][size];
    this.factors = new double[size];
    this.features = new SampleBlock[training.tileCount()];
    this.both = new SampleBlock[training.tileCount()];
    this.proxyProducts = proxyProducts(training.proxies());
    float[][] units = new float[size][];
    float[][] rows = new float[size][];
    training.overTiles(context, (first, tile, read) -> look(first, tile, units));
    for (int t = 0; t < features.length; t++) {
      float[] of = training.rows(t);
      int columns = training.featureSize();
      float[][] some = Matrices.rowsOf(of, 0, of.length / columns, columns);
      System.arraycopy(some, 0, rows, training.first(t), some.length);
    }
    try (FactorRows allUnits = math.factor(units);
        FactorRows allFeatures = math.factor(rows)) {
      training.overFeatures(
          context,
          (first, t, read) -> {
            features[t] = read.times(allFeatures).keep();
            SampleBlock ofUnits = training.tile(t, read).units().times(allUnits);
            both[t] = features[t].timesEach(ofUnits).keep();
          });
    }
  }

  /** Whether a solution takes less work here than over the weights, and what is kept at most so many bytes. */
  static boolean isWorthIt(TrainingDerivatives training, long mostBytes) {
    double n = training.size();
    double weights = (double) training.embeddingSize() * training.featureSize();
    return FLOATS_A_SAMPLE * n * n * Float.BYTES <= mostBytes
        && n * (2 * training.proxies().length + 1) < 2 * weights;
  }

  private static double[][] proxyProducts(float[][] proxies) {
    double[][] products = new double[proxies.length][proxies.length];
    for (int c = 0; c < products.length; c++) {
      double[] row = Doubles.of(proxies[c]);
      for (int d = 0; d <= c; d++) {
        products[c][d] = Doubles.dot(row, Doubles.of(proxies[d]));
        products[d][c] = products[c][d];
      }
    }
    return products;
  }

  private void look(int first, GradientTile tile, float[][] units) {
    float[][] own = Matrices.transposed(tile.units().columns());
    System.arraycopy(own, 0, units, first, own.length);
    copy(tile.units().times(training.proxyRows()).columns(), cosines, first, value -> value);
    float[][] q = tile.probabilities().columns();
    copy(q, probabilities, first, value -> value);
    copy(q, roots, first, Math::sqrt);
    for (int j = 0; j < tile.size(); j++) {
      factors[first + j] = training.logits().scale() / tile.lengths()[j];
    }
  }

  private static void copy(float[][] from, double[][] to, int first, DoubleUnaryOperator as) {
    for (int c = 0; c < to.length; c++) {
      for (int j = 0; j < from[c].length; j++) {
        to[c][first + j] = as.applyAsDouble(from[c][j]);
      }
    }
  }

  /** The largest eigenvalue of H, from below. */
  double topEigenvalue(JobContext context) {
    return GaussNewton.topEigenvalue(this::product, classes, size, context);
  }

  /** {@code v·Hv} for a query's gradient v. */
  double curvature(DistanceGradient v, JobContext context) {
    double[][] of = weighted(moves(v, context));
    return ConjugateGradients.dot(of, of) / size;
  }

  /**
   * {@code <(H + l I)^-1 v, dL_i/dW>} of every sample [N].
   *
   * @param v a query's gradient
   * @param l above 0
   */
  double[] products(
      DistanceGradient v, double l, ConjugateGradients gradients, JobContext context) {
    double[][] moves = moves(v, context);
    double[][] right = weighted(moves);
    scale(right, 1 / Math.sqrt(size));
    Solution solution = gradients.solve(w -> product(w, context), l, right, context);
    double[][] taken = spread(solution.x(), context);
    double[] products = new double[size];
    overRanges(
        (from, to) -> {
          for (int c = 0; c < classes; c++) {
            for (int i = from; i < to; i++) {
              double along = moves[c][i] - taken[c][i] / Math.sqrt(size);
              products[i] += probabilities[c][i] * along / l;
            }
          }
        });
    int[] labels = training.labels();
    for (int i = 0; i < size; i++) {
      products[i] -= (moves[labels[i]][i] - taken[labels[i]][i] / Math.sqrt(size)) / l;
    }
    return products;
  }

  /** How the logits move with the weights, {@code J_i v f_i} [C,N]. */
  private double[][] moves(DistanceGradient v, JobContext context) {
    double[][] moves = new double[classes][size];
    double scale = training.logits().scale();
    try (DistanceGradient.Factors factor = v.factors(math)) {
      training.overTiles(
          context.withoutProgress(),
          (first, tile, read) ->
              copy(
                  tile.projected(factor.times(read)).times(training.proxyRows()).columns(),
                  moves,
                  first,
                  value -> scale * value));
    }
    return moves;
  }

  /** {@code B B^T w}. */
  private double[][] product(double[][] w, JobContext context) {
    double[][] product = weighted(spread(w, context));
    scale(product, 1.0 / size);
    return product;
  }

  /** {@code R_i y_i} with {@code R = diag √q - √q q^T}. */
  private double[][] weighted(double[][] y) {
    double[][] weighted = new double[classes][size];
    overRanges(
        (from, to) -> {
          double[] mean = mean(probabilities, y, from, to);
          for (int c = 0; c < classes; c++) {
            for (int i = from; i < to; i++) {
              weighted[c][i] = roots[c][i] * (y[c][i] - mean[i - from]);
            }
          }
        });
    return weighted;
  }

  /** {@code J_i (sum_s J_s^T R_s^T w_s f_s^T) f_i}. */
  private double[][] spread(double[][] w, JobContext context) {
    context.checkCancelled();
    float[][] rows = new float[2 * classes][size];
    float[][] along = new float[1][size];
    overRanges((from, to) -> toRows(w, from, to, rows, along[0]));
    double[][] spread = new double[classes][size];
    math.overBlocks(
        features.length,
        t -> {
          float[][] products = features[t].times(rows);
          float[] turned = both[t].times(along)[0];
          addSpread(training.first(t), products, turned, spread);
        });
    return spread;
  }

  /** The rows that K is multiplied with: {@code c = R^T w s/||e||} and {@code S (S·c)}; {@code along} becomes S·c. */
  private void toRows(double[][] w, int from, int to, float[][] rows, float[] along) {
    double[] mean = mean(roots, w, from, to);
    double[] sums = new double[to - from];
    for (int c = 0; c < classes; c++) {
      for (int i = from; i < to; i++) {
        double back = factors[i] * roots[c][i] * (w[c][i] - roots[c][i] * mean[i - from]);
        rows[c][i] = (float) back;
        sums[i - from] += cosines[c][i] * back;
      }
    }
    for (int c = 0; c < classes; c++) {
      for (int i = from; i < to; i++) {
        rows[classes + c][i] = (float) (cosines[c][i] * sums[i - from]);
      }
    }
    for (int i = from; i < to; i++) {
      along[i] = (float) sums[i - from];
    }
  }

  private void addSpread(int first, float[][] products, float[] turned, double[][] spread) {
    int n = turned.length;
    double[] less = new double[n];
    for (int c = 0; c < classes; c++) {
      for (int j = 0; j < n; j++) {
        less[j] += cosines[c][first + j] * products[c][j];
      }
    }
    for (int j = 0; j < n; j++) {
      less[j] -= turned[j];
    }
    double[] sums = new double[n];
    for (int c = 0; c < classes; c++) {
      Arrays.fill(sums, 0);
      for (int d = 0; d < classes; d++) {
        addScaled(sums, proxyProducts[c][d], products[d]);
      }
      float[] turning = products[classes + c];
      for (int j = 0; j < n; j++) {
        spread[c][first + j] =
            factors[first + j] * (sums[j] - turning[j] - cosines[c][first + j] * less[j]);
      }
    }
  }

  private static void addScaled(double[] sums, double factor, float[] values) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += factor * values[j];
    }
  }

  /** Sums over the classes of a [C,N] times b [C,N], of samples {@code from} to {@code to}. */
  private static double[] mean(double[][] a, double[][] b, int from, int to) {
    double[] sums = new double[to - from];
    for (int c = 0; c < a.length; c++) {
      for (int i = from; i < to; i++) {
        sums[i - from] += a[c][i] * b[c][i];
      }
    }
    return sums;
  }

  /** Work on samples {@code from} to {@code to}. */
  private interface RangeWork {
    void on(int from, int to);
  }

  private void overRanges(RangeWork work) {
    int ranges = (size + width - 1) / width;
    ComputePool.shared().forEach(ranges, r -> work.on(r * width, Math.min(size, (r + 1) * width)));
  }

  private static void scale(double[][] rows, double factor) {
    for (double[] row : rows) {
      Doubles.scale(row, factor);
    }
  }

  /** Gives back what is kept. */
  void close() {
    for (int t = 0; t < features.length; t++) {
      features[t].close();
      both[t].close();
    }
  }
}
