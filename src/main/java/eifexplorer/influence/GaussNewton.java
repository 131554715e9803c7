package eifexplorer.influence;

import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.FactorRows;
import eifexplorer.math.Matrices;
import eifexplorer.math.SampleBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Products with the mean over the training samples of the Gauss-Newton part of their Hessians by W, {@code H = (1/N) sum_i
 * J_i^T (diag q - q q^T) J_i} with J_i the logits' derivatives by W; never negative.
 */
final class GaussNewton {
  private static final int MOST_STEPS = 60;

  /** A step that gains less than this share ends the search. */
  private static final double SETTLED = 1e-6;

  private GaussNewton() {}

  /** {@code H y}: the mean of {@code (J^T s² (diag q - q q^T) J (y f)) f^T} with {@code J = P (I - u u^T) / ||e||}. */
  static double[][] product(double[][] y, TrainingDerivatives training, JobContext context) {
    double[][] sum = new double[y.length][y[0].length];
    double scale = training.logits().scale();
    try (FactorRows rows = training.math().factor(Matrices.floats(y))) {
      training.overTiles(
          context,
          (first, tile, read) -> {
            SampleBlock dz = tile.projected(read.times(rows)).times(training.proxyRows());
            SampleBlock q = tile.probabilities();
            double[] mean = Arrays.stream(q.dots(dz)).map(dot -> -dot).toArray();
            SampleBlock dq = q.timesEach(dz).plusScaled(mean, q);
            SampleBlock back = tile.projected(dq.times(training.proxyColumns()));
            add(sum, back.transposedTimes(read));
          });
    }
    scale(sum, scale * scale / training.size());
    return sum;
  }

  /** Floats in doubles, unscaled: their sum is so near to exact that it does not depend on their order. */
  private static void add(double[][] sum, float[][] part) {
    synchronized (sum) {
      for (int r = 0; r < sum.length; r++) {
        for (int c = 0; c < sum[r].length; c++) {
          sum[r][c] += part[r][c];
        }
      }
    }
  }

  /**
   * The largest eigenvalue, from below. Lanczos: "An iteration method for the solution of the eigenvalue problem" (1950),
   * from a fixed start; a plain power iteration needs several times the steps for the same error.
   */
  static double topEigenvalue(TrainingDerivatives training, JobContext context) {
    return topEigenvalue(
        (y, quiet) -> product(y, training, quiet),
        training.embeddingSize(),
        training.featureSize(),
        context);
  }

  /** A symmetric matrix that is never negative, known by its products with [rows][columns] numbers. */
  interface Curvature {
    double[][] times(double[][] y, JobContext context);
  }

  /** The largest eigenvalue of any such matrix. */
  static double topEigenvalue(Curvature curvature, int rows, int columns, JobContext context) {
    double[][] before = new double[rows][columns];
    double[][] now = randomUnit(rows, columns);
    List<Double> diagonal = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    double top = 0;
    double link = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[][] next = curvature.times(now, context.withoutProgress());
      double along = ConjugateGradients.dot(now, next);
      ConjugateGradients.add(next, -along, now);
      ConjugateGradients.add(next, -link, before);
      diagonal.add(along);
      double larger = top(diagonal, beside);
      link = Math.sqrt(ConjugateGradients.dot(next, next));
      if (larger - top <= SETTLED * larger || link <= SETTLED * larger) {
        return larger;
      }
      top = larger;
      beside.add(link);
      before = now;
      now = next;
      scale(now, 1 / link);
      context.progress(step + 1, MOST_STEPS, "steps to the top eigenvalue");
    }
    return top;
  }

  private static double top(List<Double> diagonal, List<Double> beside) {
    RealMatrix matrix = MatrixUtils.createRealMatrix(diagonal.size(), diagonal.size());
    for (int i = 0; i < diagonal.size(); i++) {
      matrix.setEntry(i, i, diagonal.get(i));
      if (i > 0) {
        matrix.setEntry(i, i - 1, beside.get(i - 1));
        matrix.setEntry(i - 1, i, beside.get(i - 1));
      }
    }
    return Arrays.stream(new EigenDecompositionSymmetric(matrix).getEigenvalues()).max().orElse(0);
  }

  private static double[][] randomUnit(int rows, int columns) {
    Random random = new Random(0);
    double[][] v = new double[rows][columns];
    for (double[] row : v) {
      Arrays.setAll(row, c -> random.nextGaussian());
    }
    scale(v, 1 / Math.sqrt(ConjugateGradients.dot(v, v)));
    return v;
  }

  private static void scale(double[][] v, double factor) {
    for (double[] row : v) {
      Doubles.scale(row, factor);
    }
  }
}
