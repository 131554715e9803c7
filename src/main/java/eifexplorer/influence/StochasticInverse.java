package eifexplorer.influence;

import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

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
  private static final int LEAST_PIECE = 32;

  private static final int PIECES_OF_A_BLOCK = 16;

  private static final int BLOCK = 128;

  @Override
  public float[][] times(double[][] v, TrainingDerivatives training, JobContext context) {
    Recursion recursion = new Recursion(training.math(), Matrices.floats(v));
    AtomicInteger done = new AtomicInteger();
    for (int t = 0; t < training.tileCount(); t++) {
      int number = t;
      training
          .math()
          .overBlocks(1, b -> done.addAndGet(tile(number, recursion, training, done, context)));
    }
    float[][] h = recursion.h;
    for (float[] row : h) {
      for (int c = 0; c < row.length; c++) {
        row[c] = (float) (row[c] / scale);
      }
    }
    return h;
  }

  /** What is passed on from sample to sample. */
  private static final class Recursion {
    private final MatrixMath math;
    private final float[][] v;
    private float[][] h;

    Recursion(MatrixMath math, float[][] v) {
      this.math = math;
      this.v = v;
      this.h = v;
    }

    /** Products of samples with rows [r][k], shared among threads where there are some. */
    float[][] times(SampleBlock samples, float[][] rows) {
      int piece = Math.max(LEAST_PIECE, math.blockRows(samples.depth()) / PIECES_OF_A_BLOCK);
      float[][] product = new float[rows.length][];
      math.overBlocks(
          (rows.length + piece - 1) / piece,
          p -> {
            int from = p * piece;
            int to = Math.min(rows.length, from + piece);
            float[][] part = samples.times(Arrays.copyOfRange(rows, from, to));
            System.arraycopy(part, 0, product, from, part.length);
          });
      return product;
    }

    void move(float[][] rows, double[][] taken, double power, double sum) {
      float[][] columns = Matrices.transposed(rows);
      SampleBlock features = math.block(Matrices.flat(columns), columns.length, rows.length);
      float[][] less = times(features, Matrices.transposed(Matrices.floats(taken)));
      for (int r = 0; r < h.length; r++) {
        for (int c = 0; c < less[r].length; c++) {
          less[r][c] = (float) (power * h[r][c] + sum * v[r][c] - less[r][c]);
        }
      }
      h = less;
    }
  }

  /** Goes on through a tile; returns how many samples it has. */
  private int tile(
      int t,
      Recursion recursion,
      TrainingDerivatives training,
      AtomicInteger done,
      JobContext context) {
    float[] all = training.rows(t);
    GradientTile tile = training.tile(t);
    EmbeddingHessian hessian = new EmbeddingHessian(training, tile);
    for (int from = 0; from < tile.size(); from += BLOCK) {
      context.checkCancelled();
      int to = Math.min(tile.size(), from + BLOCK);
      block(recursion, Matrices.rowsOf(all, from, to, all.length / tile.size()), from, hessian);
      context.progress(done.get() + to, training.size(), "training images");
    }
    return tile.size();
  }

  private void block(Recursion recursion, float[][] rows, int from, EmbeddingHessian hessian) {
    int n = rows.length;
    SampleBlock samples = recursion.math.block(Matrices.flat(rows), n, rows[0].length);
    float[][] hf = recursion.times(samples, recursion.h);
    float[][] vf = recursion.times(samples, recursion.v);
    float[][] products = samples.times(rows);
    double keep = 1 - damping;
    double power = 1;
    double sum = 0;
    // Rows w_s / scale of what each step took away, times the powers of keep of the steps since.
    double[][] taken = new double[n][];
    for (int s = 0; s < n; s++) {
      double[] y = new double[hf.length];
      for (int r = 0; r < y.length; r++) {
        y[r] = power * hf[r][s] + sum * vf[r][s];
      }
      for (int before = 0; before < s; before++) {
        Doubles.addScaled(y, -products[before][s], taken[before]);
        scale(taken[before], keep);
      }
      taken[s] = hessian.times(from + s, y);
      scale(taken[s], 1 / scale);
      sum = 1 + keep * sum;
      power *= keep;
    }
    recursion.move(rows, taken, power, sum);
  }

  private static void scale(double[] row, double factor) {
    for (int r = 0; r < row.length; r++) {
      row[r] *= factor;
    }
  }
}
