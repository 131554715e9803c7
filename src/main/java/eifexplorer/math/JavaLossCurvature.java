package eifexplorer.math;

/** In Java: what earlier blocks of samples took is one product, what is left goes sample by sample. */
final class JavaLossCurvature implements LossCurvature {
  private static final int BLOCK = 64;

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
  public SampleBlock chain(SampleBlock base) {
    float[][] left = Matrices.transposed(base.columns());
    int size = base.depth();
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
    double length = lengths[s];
    double[] u = Doubles.of(units[s]);
    double[] r = Doubles.of(pulls[s]);
    double along = Doubles.dot(u, y);
    double[] du = y.clone();
    Doubles.addScaled(du, -along, u);
    Doubles.scale(du, 1 / length);
    double[] dr = pullChange(probabilities[s], du);
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

  private double[] pullChange(float[] q, double[] du) {
    float[] dz = byClass.times(new float[][] {Doubles.floats(du)})[0];
    double mean = 0;
    for (int c = 0; c < dz.length; c++) {
      mean += (double) q[c] * dz[c];
    }
    float[][] dq = new float[1][dz.length];
    for (int c = 0; c < dz.length; c++) {
      dq[0][c] = (float) (scale * scale * q[c] * (dz[c] - mean));
    }
    return Doubles.of(byComponent.times(dq)[0]);
  }

  @Override
  public void close() {
    // The garbage collector does it.
  }
}
