package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.Cholesky;
import eifexplorer.math.MatrixMath;

/**
 * Prediction of every class by ridge regression on the features, each sample predicted by the others alone.
 *
 * <p>With Z the features [N,F] as {@link Centring} makes them, {@code K = Z Z^T / F}, {@code l = lambda trace(K) / N}, {@code H
 * = K (K + l I)^-1} and {@code Y = onehot - 1/C}: {@code Yh = H Y}, {@code S = (Yh - diag(H) Y) / (1 - diag(H))}. For N &gt; F the same
 * numbers come from {@code A = Z^T Z / F} [F,F]: {@code diag(H)_i = z_i^T (A + l I)^-1 z_i / F}, {@code Yh = Z (A + l
 * I)^-1 Z^T Y / F}. Either way {@code Yh = Z B}, and only B [F,C] and diag(H) [N] are kept.
 */
final class RidgeFit extends LabelFit {
  /** Which of the two forms; both give the same. */
  enum Form {
    SAMPLES,
    FEATURES
  }

  /** Ridge in units of the features' mean variance (SPEC section 17). */
  static final double LAMBDA = 3;

  private static final double SMALLEST = 1e-12;

  private final FeatureMatrix features;
  private final MatrixMath math;
  private final Centring centring;
  private final float[] coefficients;
  private final double[] leverage;

  /** Of a model's features with {@link #LAMBDA}, in the form that needs the smaller matrix. */
  static RidgeFit of(SuspectInputs inputs, JobContext context) {
    FeatureMatrix features = inputs.bundle().trainFeatures();
    Form form = features.rows() > features.columns() ? Form.FEATURES : Form.SAMPLES;
    return new RidgeFit(
        features,
        inputs.bundle().trainLabels(),
        inputs.classCount(),
        LAMBDA,
        inputs.math(),
        form,
        context);
  }

  RidgeFit(
      FeatureMatrix features,
      int[] labels,
      int classCount,
      double lambda,
      MatrixMath math,
      Form form,
      JobContext context) {
    super(labels, classCount);
    this.features = features;
    this.math = math;
    this.centring = Centring.of(features);
    context.checkCancelled();
    if (form == Form.FEATURES) {
      RidgeSums sums = RidgeSums.of(features, labels, classCount, centring, math, context);
      RidgeSolution solution = sums.solve(ridge(lambda, sums.squares()), math);
      this.coefficients = solution.coefficients();
      this.leverage = solution.leverages(features, math, context);
    } else {
      this.leverage = new double[labels.length];
      this.coefficients = bySamples(ridge(lambda, squares()), context);
    }
  }

  /** Some samples' features [n,F], with the number of all samples by class and what was solved for all. */
  RidgeFit(
      FeatureMatrix features,
      int[] labels,
      int[] classSizes,
      RidgeSolution solution,
      MatrixMath math,
      JobContext context) {
    super(labels, classSizes);
    this.features = features;
    this.math = math;
    this.centring = solution.centring();
    this.coefficients = solution.coefficients();
    this.leverage = solution.leverages(features, math, context);
  }

  private double ridge(double lambda, double squares) {
    return ridge(lambda, squares, features.columns(), features.rows());
  }

  /** Never 0: features that are all the same still have an inverse then. */
  static double ridge(double lambda, double squares, int columns, int rows) {
    return Math.max(SMALLEST, lambda * (squares / columns) / rows);
  }

  /** F trace(K). */
  private double squares() {
    double squares = 0;
    for (int i = 0; i < features.rows(); i++) {
      for (float z : centring.rows(features, i, i + 1)) {
        squares += (double) z * z;
      }
    }
    return squares;
  }

  /** B transposed [C,F]; fills in the leverages. */
  private float[] bySamples(double ridge, JobContext context) {
    int n = features.rows();
    int size = features.columns();
    float[] rows = centring.rows(features, 0, n);
    float[] gram = new float[n * n];
    math.timesTransposed(rows, n, rows, n, size, gram);
    context.checkCancelled();
    float[] factor = Cholesky.inverseFactor(ridged(gram, n, features.columns(), ridge));
    for (int i = 0; i < n; i++) {
      leverage[i] = 1 - ridge * squares(factor, i, n, n);
    }
    float[] onehot = new float[classCount() * n];
    for (int k = 0; k < onehot.length; k++) {
      onehot[k] = (label(k % n) == k / n ? 1 : 0) - 1f / classCount();
    }
    float[] turned = new float[onehot.length];
    math.timesTransposed(onehot, classCount(), factor, n, n, turned);
    float[] duals = new float[onehot.length];
    math.times(turned, classCount(), factor, n, n, duals);
    float[] out = new float[classCount() * size];
    math.times(duals, classCount(), rows, size, n, out);
    for (int k = 0; k < out.length; k++) {
      out[k] /= size;
    }
    return out;
  }

  /** Gram matrix / F with the ridge on its diagonal. */
  static double[][] ridged(float[] gram, int n, int columns, double ridge) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = (double) gram[i * n + j] / columns;
      }
      matrix[i][i] += ridge;
    }
    return matrix;
  }

  static double squares(float[] values, int from, int count, int stride) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      double value = values[from + k * stride];
      sum += value * value;
    }
    return sum;
  }

  @Override
  double[] block(int from, int to) {
    int n = to - from;
    float[] predicted = new float[n * classCount()];
    float[] rows = centring.rows(features, from, to);
    math.timesTransposed(rows, n, coefficients, classCount(), features.columns(), predicted);
    double[] fits = new double[predicted.length];
    for (int k = 0; k < fits.length; k++) {
      double h = leverage[from + k / classCount()];
      double y = (label(from + k / classCount()) == k % classCount() ? 1 : 0) - 1.0 / classCount();
      fits[k] = (predicted[k] - h * y) / (1 - h);
    }
    return fits;
  }
}
