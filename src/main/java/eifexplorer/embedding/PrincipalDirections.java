package eifexplorer.embedding;

import eifexplorer.job.JobContext;
import eifexplorer.math.Cholesky;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.PackedMatrix;
import eifexplorer.problem.ProblemException;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The directions in which features vary most: the leading eigenvectors of their covariance.
 *
 * <p>Where a good part of the spectrum is wanted they are exact. Otherwise subspace iteration with some directions to
 * spare and a final Rayleigh-Ritz step finds them (Halko, Martinsson, Tropp, SIAM Review 2011, section 4.5): a fraction of
 * the time for 512 of 2048. Directions far from the last one are accurate to single precision; the last ones, whose
 * variances hardly differ from those left out, are mixed with them. The same features always give the same directions.
 */
public final class PrincipalDirections {
  private static final int SPARE = 128;
  private static final int ITERATIONS = 8;

  /** Share of the whole variance added to each direction's, so that those without any stay apart. */
  private static final double RIDGE = 1e-6;

  private static final int ROWS_AT_ONCE = 4096;

  private final MatrixMath math;

  /** Finds directions with these matrix products. */
  public PrincipalDirections(MatrixMath math) {
    this.math = math;
  }

  /**
   * Leading directions, by falling variance, orthonormal, each with its largest component positive.
   *
   * @param count E, at most F
   * @return [E,F]
   * @throws ProblemException if more directions are asked for than there are features, or these are not finite
   */
  public float[] of(FeatureMatrix features, int count, JobContext context) {
    int size = features.columns();
    if (count > size) {
      throw ProblemException.badValue(
          "embeddingSize", count, "at most " + size + ", the number of features");
    }
    float[] covariance = covariance(features, context);
    if (count + SPARE >= size) {
      return leading(Doubles.of(covariance), size, identity(size), size, count);
    }
    int width = count + SPARE;
    double[] basis = orthonormal(gaussian(width * size), width, size);
    for (int i = 0; i < ITERATIONS; i++) {
      context.checkCancelled();
      basis = orthonormal(times(basis, width, covariance, size), width, size);
    }
    // Once more, because the first pass leaves an error that grows with the spread of the
    // variances.
    basis = orthonormal(basis, width, size);
    context.checkCancelled();
    double[] image = times(basis, width, covariance, size);
    double[] small =
        PackedMatrix.of(Matrices.transposed(basis, width), size, width).leftMultiply(image, width);
    context.checkCancelled();
    return leading(small, width, basis, size, count);
  }

  /** Covariance [F,F] with a ridge. */
  private float[] covariance(FeatureMatrix features, JobContext context) {
    int size = features.columns();
    double[] mean = mean(features);
    float[] sum = new float[size * size];
    float[] part = new float[size * size];
    for (int from = 0; from < features.rows(); from += ROWS_AT_ONCE) {
      context.checkCancelled();
      int to = Math.min(features.rows(), from + ROWS_AT_ONCE);
      float[] rows = new float[(to - from) * size];
      features.copyRows(from, to, rows, 0);
      for (int i = 0; i < rows.length; i++) {
        rows[i] = (float) (rows[i] - mean[i % size]);
      }
      math.transposedTimes(rows, size, rows, size, to - from, part);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i] / features.rows();
      }
    }
    addRidge(sum, size);
    return sum;
  }

  private static void addRidge(float[] covariance, int size) {
    double variance = 0;
    for (int i = 0; i < size; i++) {
      variance += covariance[i * size + i];
    }
    if (!Double.isFinite(variance)) {
      throw new ProblemException(
          "The features' variance is " + variance,
          "",
          "Values such as 1e20 are too large: scale the features, or compute them again.");
    }
    for (int i = 0; i < size; i++) {
      covariance[i * size + i] += (float) Math.max(RIDGE * variance, Float.MIN_NORMAL);
    }
  }

  private static double[] mean(FeatureMatrix features) {
    double[] mean = new double[features.columns()];
    float[] row = new float[mean.length];
    for (int i = 0; i < features.rows(); i++) {
      features.copyRows(i, i + 1, row, 0);
      for (int c = 0; c < mean.length; c++) {
        mean[c] += row[c] / (double) features.rows();
      }
    }
    return mean;
  }

  private double[] times(double[] rows, int n, float[] matrix, int size) {
    float[] out = new float[n * size];
    math.times(Doubles.floats(rows), n, matrix, size, size, out);
    return Doubles.of(out);
  }

  /** An orthonormal basis of the span of rows [n,F], by the Cholesky factor of their products. */
  private static double[] orthonormal(double[] rows, int n, int size) {
    double[] products =
        PackedMatrix.of(Matrices.transposed(rows, n), size, n).leftMultiply(rows, n);
    double[][] factor = Cholesky.lowerFactor(products, n);
    double[][] basis = new double[n][size];
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows, i * size, basis[i], 0, size);
      for (int j = 0; j < i; j++) {
        Doubles.addScaled(basis[i], -factor[i][j], basis[j]);
      }
      Doubles.scale(basis[i], 1 / factor[i][i]);
    }
    return Matrices.flat(basis);
  }

  /** The leading eigenvectors of a symmetric matrix [n,n], as combinations of the basis [n,F]. */
  private static float[] leading(double[] matrix, int n, double[] basis, int size, int count) {
    double[][] symmetric = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        symmetric[i][j] = (matrix[i * n + j] + matrix[j * n + i]) / 2;
      }
    }
    // Sorted by eigenvalue, largest first.
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(symmetric, false));
    double[] combinations = new double[count * n];
    for (int e = 0; e < count; e++) {
      System.arraycopy(eigen.getEigenvector(e).toArray(), 0, combinations, e * n, n);
    }
    double[] directions = PackedMatrix.of(basis, n, size).leftMultiply(combinations, count);
    fixSigns(directions, size);
    return Doubles.floats(directions);
  }

  private static void fixSigns(double[] directions, int size) {
    for (int start = 0; start < directions.length; start += size) {
      double largest = 0;
      for (int i = start; i < start + size; i++) {
        largest = Math.abs(directions[i]) > Math.abs(largest) ? directions[i] : largest;
      }
      for (int i = start; largest < 0 && i < start + size; i++) {
        directions[i] = -directions[i];
      }
    }
  }

  private static double[] identity(int n) {
    double[] identity = new double[n * n];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = 1;
    }
    return identity;
  }

  private static double[] gaussian(int n) {
    Random random = new Random(1);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }
}
