package eifexplorer.influence;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.ColumnTile;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import java.util.Arrays;

/**
 * The authors' recursion over the training samples in order, once: {@code h = v + (1 - damping) h - H_i h / scale}, at last
 * divided by the scale (LiSSA, Agarwal, Bullins, Hazan, JMLR 2017). In closed form: {@code H_i h = (A_i (h f_i)) f_i^T} with
 * the E x E Hessian A_i of sample i's loss by its embedding.
 *
 * <p>Exact, but in blocks of samples: what the samples of a block do to one another goes through their features' products,
 * so that h itself, E x F, is read and written once a block.
 *
 * @param damping 0..1 (0.01)
 * @param scale above 0 (500)
 */
record StochasticInverse(double damping, double scale) implements InverseHessian {
  /** Even, since a tile takes rows in twos; the product of a row is the same in whatever company. */
  private static final int ROWS_A_PIECE = 32;

  private static final int BLOCK = 128;

  @Override
  public float[][] times(double[][] v, TrainingDerivatives training, JobContext context) {
    float[][] start = Matrices.floats(v);
    float[][] h = Matrices.floats(v);
    EmbeddingHessian hessian = new EmbeddingHessian(training);
    int done = 0;
    for (int t = 0; t < training.tileCount(); t++) {
      float[] rows = training.rows(t);
      GradientTile tile = training.tile(t);
      for (int from = 0; from < tile.size(); from += BLOCK) {
        context.checkCancelled();
        int to = Math.min(tile.size(), from + BLOCK);
        h = afterBlock(h, start, rows(rows, from, to, v[0].length), tile, from, hessian);
        done += to - from;
        context.progress(done, training.size(), "training images");
      }
    }
    for (float[] row : h) {
      for (int c = 0; c < row.length; c++) {
        row[c] = (float) (row[c] / scale);
      }
    }
    return h;
  }

  private static float[][] rows(float[] flat, int from, int to, int columns) {
    float[][] rows = new float[to - from][columns];
    for (int i = from; i < to; i++) {
      System.arraycopy(flat, i * columns, rows[i - from], 0, columns);
    }
    return rows;
  }

  private float[][] afterBlock(
      float[][] h,
      float[][] v,
      float[][] rows,
      GradientTile tile,
      int from,
      EmbeddingHessian hessian) {
    int n = rows.length;
    ColumnTile samples = ColumnTile.of(Matrices.transposed(rows));
    float[][] hf = times(samples, h);
    float[][] vf = times(samples, v);
    float[][] products = samples.times(rows);
    double keep = 1 - damping;
    double power = 1;
    double sum = 0;
    // Rows w_s / scale of what each step took away, times the powers of keep of the steps since.
    double[][] taken = new double[n][];
    for (int s = 0; s < n; s++) {
      double[] y = new double[h.length];
      for (int r = 0; r < y.length; r++) {
        y[r] = power * hf[r][s] + sum * vf[r][s];
      }
      for (int before = 0; before < s; before++) {
        Doubles.addScaled(y, -products[before][s], taken[before]);
        scale(taken[before], keep);
      }
      taken[s] = hessian.times(tile, from + s, y);
      scale(taken[s], 1 / scale);
      sum = 1 + keep * sum;
      power *= keep;
    }
    return moved(h, v, rows, taken, power, sum);
  }

  private static float[][] moved(
      float[][] h, float[][] v, float[][] rows, double[][] taken, double power, double sum) {
    float[][] factors = Matrices.transposed(Matrices.floats(taken));
    float[][] less = times(ColumnTile.of(rows), factors);
    for (int r = 0; r < h.length; r++) {
      for (int c = 0; c < less[r].length; c++) {
        less[r][c] = (float) (power * h[r][c] + sum * v[r][c] - less[r][c]);
      }
    }
    return less;
  }

  /** A large product, rows shared among threads. */
  private static float[][] times(ColumnTile tile, float[][] rows) {
    float[][] product = new float[rows.length][];
    ComputePool.shared()
        .forEach(
            (rows.length + ROWS_A_PIECE - 1) / ROWS_A_PIECE,
            p -> {
              int from = p * ROWS_A_PIECE;
              int to = Math.min(rows.length, from + ROWS_A_PIECE);
              float[][] part = tile.times(Arrays.copyOfRange(rows, from, to));
              System.arraycopy(part, 0, product, from, part.length);
            });
    return product;
  }

  private static void scale(double[] row, double factor) {
    for (int r = 0; r < row.length; r++) {
      row[r] *= factor;
    }
  }
}
