package eifexplorer.influence;

import eifexplorer.math.ColumnTile;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;

/**
 * Products with the E x E Hessian of one sample's loss by its embedding e. With u = e/||e||, the gradient {@code r = s sum_c
 * (q_c - t_c) p_c} by u and {@code du = (y - u (u·y)) / ||e||}:
 *
 * <pre>{@code
 * dr  = s sum_c dq_c p_c,  dq_c = q_c (dz_c - sum_k q_k dz_k),  dz_c = s p_c·du
 * A y = (dr - du (u·r) - u (du·r + u·dr)) / ||e|| - (r - u (u·r)) (u·y) / ||e||²
 * }</pre>
 */
final class EmbeddingHessian {
  private final double scale;
  private final ColumnTile byClass;
  private final ColumnTile byComponent;
  private final double[] lengths;
  private final float[][] units;
  private final float[][] pulls;
  private final float[][] probabilities;

  /** Those of a tile's samples. */
  EmbeddingHessian(TrainingDerivatives training, GradientTile tile) {
    this.scale = training.logits().scale();
    this.byClass = ColumnTile.of(Matrices.transposed(training.proxies()));
    this.byComponent = ColumnTile.of(training.proxies());
    this.lengths = tile.lengths();
    this.units = tile.units().columns();
    this.pulls = tile.pulls().columns();
    this.probabilities = tile.probabilities().columns();
  }

  /** {@code A y} [E] for the j-th sample. */
  double[] times(int j, double[] y) {
    double length = lengths[j];
    double[] u = column(units, j);
    double[] r = column(pulls, j);
    double along = Doubles.dot(u, y);
    double[] du = y.clone();
    Doubles.addScaled(du, -along, u);
    for (int i = 0; i < du.length; i++) {
      du[i] /= length;
    }
    double[] dr = pullChange(j, du);
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

  private double[] pullChange(int j, double[] du) {
    float[] dz = byClass.times(new float[][] {Doubles.floats(du)})[0];
    double mean = 0;
    for (int c = 0; c < dz.length; c++) {
      mean += (double) probabilities[c][j] * dz[c];
    }
    float[][] dq = new float[1][dz.length];
    for (int c = 0; c < dz.length; c++) {
      dq[0][c] = (float) (scale * scale * probabilities[c][j] * (dz[c] - mean));
    }
    return Doubles.of(byComponent.times(dq)[0]);
  }

  private static double[] column(float[][] columns, int j) {
    double[] column = new double[columns.length];
    for (int r = 0; r < column.length; r++) {
      column[r] = columns[r][j];
    }
    return column;
  }
}
