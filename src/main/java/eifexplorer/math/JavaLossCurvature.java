package eifexplorer.math;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * In Java. With few proxies what earlier blocks of samples took is one product, what is left goes sample by sample. With many,
 * whose matrix would be read for each sample anew, all samples go at once as if none took anything from the others, and then
 * what that leaves out, and so on: {@code t = A base - A R A base + …}, which ends soon where one sample's step hardly reaches
 * the others.
 */
final class JavaLossCurvature implements LossCurvature {
  private static final int BLOCK = 64;

  /** Numbers of a matrix of proxies from which on all samples go at once. */
  private static final int MANY = 1 << 19;

  /** With more corrections one sample after the other is faster. */
  private static final int MOST_CORRECTIONS = 8;

  private final MatrixMath math;
  private final float[][] reach;
  private final float[][] units;
  private final float[][] pulls;
  private final float[][] probabilities;
  private final double[] lengths;
  private final double scale;
  private final ColumnTile byClass;
  private final ColumnTile byComponent;

  /** Keeps {@code reach} [n][n], of which the part below the diagonal counts. */
  JavaLossCurvature(MatrixMath math, Samples samples, float[][] reach) {
    this.math = math;
    this.reach = reach;
    this.units = Matrices.transposed(samples.units().columns());
    this.pulls = Matrices.transposed(samples.pulls().columns());
    this.probabilities = Matrices.transposed(samples.probabilities().columns());
    this.lengths = samples.lengths();
    this.scale = samples.scale();
    this.byClass = ColumnTile.of(((FactorRows.InJava) samples.proxyColumns()).values());
    this.byComponent = ColumnTile.of(((FactorRows.InJava) samples.proxies()).values());
  }

  @Override
  public SampleBlock chain(SampleBlock base, double precision) {
    float[][] left = Matrices.transposed(base.columns());
    float[][] together = byClass.width() * base.depth() < MANY ? null : together(left, precision);
    return together == null
        ? oneByOne(left, base.depth())
        : math.block(Matrices.flat(together), left.length, base.depth());
  }

  /** All at once; null if corrections do not get small soon. */
  private float @Nullable [][] together(float[][] base, double precision) {
    float[] lower = lowerReach();
    float[][] added = products(base);
    float[][] taken = added;
    double square = square(added);
    double nothing = precision * precision * square;
    float[][] reached = reached(lower, added);
    // A makes about as much of what reaches the samples as of the base, in proportion.
    double left = square == 0 ? 0 : square * square(reached) / square(base);
    for (int k = 1; left > nothing; k++) {
      added = products(reached);
      taken = plus(taken, added);
      double now = square(added);
      double rate = now / square;
      // The next correction is as much smaller as this one was, or about.
      left = now * rate;
      if (!(left * Math.pow(rate, MOST_CORRECTIONS - k) <= nothing)) {
        return null;
      }
      square = now;
      reached = left > nothing ? reached(lower, added) : reached;
    }
    return taken;
  }

  /** What the samples' steps leave of others' base, {@code -reach t} [n][E]. */
  private float[][] reached(float[] lower, float[][] steps) {
    int n = steps.length;
    int size = steps[0].length;
    float[] sums = new float[n * size];
    math.times(lower, n, Matrices.flat(steps), size, n, sums);
    return Matrices.rowsOf(sums, 0, n, size);
  }

  /** {@code -reach}, 0 on and above the diagonal, row major. */
  private float[] lowerReach() {
    float[] lower = new float[reach.length * reach.length];
    for (int s = 0; s < reach.length; s++) {
      for (int r = 0; r < s; r++) {
        lower[s * reach.length + r] = -reach[s][r];
      }
    }
    return lower;
  }

  private static double square(float[][] rows) {
    double sum = 0;
    for (float[] row : rows) {
      for (float value : row) {
        sum += (double) value * value;
      }
    }
    return sum;
  }

  private static float[][] plus(float[][] a, float[][] b) {
    float[][] sums = new float[a.length][a[0].length];
    for (int s = 0; s < sums.length; s++) {
      for (int i = 0; i < sums[s].length; i++) {
        sums[s][i] = a[s][i] + b[s][i];
      }
    }
    return sums;
  }

  /** {@code A_s y_s} of every sample, rows [n][E]. */
  private float[][] products(float[][] y) {
    float[][] products = new float[y.length][];
    math.overBlocks(
        (y.length + BLOCK - 1) / BLOCK,
        b -> {
          int from = b * BLOCK;
          int to = Math.min(y.length, from + BLOCK);
          double[][] turns = new double[to - from][];
          for (int s = from; s < to; s++) {
            turns[s - from] = turn(s, Doubles.of(y[s]));
          }
          double[][] pulls = pullChanges(from, turns);
          for (int s = from; s < to; s++) {
            products[s] =
                Doubles.floats(product(s, Doubles.of(y[s]), turns[s - from], pulls[s - from]));
          }
        });
    return products;
  }

  private SampleBlock oneByOne(float[][] left, int size) {
    float[][] taken = new float[left.length][];
    float[] flat = new float[left.length * size];
    for (int from = 0; from < left.length; from += BLOCK) {
      int to = Math.min(left.length, from + BLOCK);
      takeEarlier(left, flat, from, to, size);
      for (int s = from; s < to; s++) {
        for (int r = from; r < s; r++) {
          Doubles.addScaled(left[s], -reach[s][r], taken[r]);
        }
        taken[s] = Doubles.floats(product(s, Doubles.of(left[s])));
        System.arraycopy(taken[s], 0, flat, s * size, size);
      }
    }
    return math.block(flat, left.length, size);
  }

  private void takeEarlier(float[][] left, float[] flat, int from, int to, int size) {
    if (from == 0) {
      return;
    }
    float[] factors = new float[(to - from) * from];
    for (int s = from; s < to; s++) {
      System.arraycopy(reach[s], 0, factors, (s - from) * from, from);
    }
    float[] sums = new float[(to - from) * size];
    math.times(factors, to - from, flat, size, from, sums);
    for (int s = from; s < to; s++) {
      for (int e = 0; e < size; e++) {
        left[s][e] -= sums[(s - from) * size + e];
      }
    }
  }

  /** {@code A_s y}. */
  private double[] product(int s, double[] y) {
    double[] du = turn(s, y);
    return product(s, y, du, pullChanges(s, new double[][] {du})[0]);
  }

  /** {@code du}. */
  private double[] turn(int s, double[] y) {
    double[] u = Doubles.of(units[s]);
    double[] du = y.clone();
    Doubles.addScaled(du, -Doubles.dot(u, y), u);
    Doubles.scale(du, 1 / lengths[s]);
    return du;
  }

  private double[] product(int s, double[] y, double[] du, double[] dr) {
    double length = lengths[s];
    double[] u = Doubles.of(units[s]);
    double[] r = Doubles.of(pulls[s]);
    double along = Doubles.dot(u, y);
    double ur = Doubles.dot(u, r);
    double turn = Doubles.dot(du, r) + Doubles.dot(u, dr);
    double[] out = new double[y.length];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          (dr[i] - du[i] * ur - u[i] * turn) / length
              - (r[i] - u[i] * ur) * along / (length * length);
    }
    return out;
  }

  /** {@code dr} of samples {@code from} on, given their du. */
  private double[][] pullChanges(int from, double[][] du) {
    float[][] dz = byClass.times(Matrices.floats(du));
    for (int s = 0; s < dz.length; s++) {
      float[] q = probabilities[from + s];
      double mean = 0;
      for (int c = 0; c < q.length; c++) {
        mean += (double) q[c] * dz[s][c];
      }
      for (int c = 0; c < q.length; c++) {
        dz[s][c] = (float) (scale * scale * q[c] * (dz[s][c] - mean));
      }
    }
    return Arrays.stream(byComponent.times(dz)).map(Doubles::of).toArray(double[][]::new);
  }

  @Override
  public void close() {
    // The garbage collector does it.
  }
}
