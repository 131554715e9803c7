package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.math.MatrixMath;
import java.util.function.IntToDoubleFunction;

/**
 * Cosine of a sample's unit row to every class's mean unit row, to its own class's without itself: {@code S[i,c] = u_i .
 * n(mu_c)}, {@code S[i,y_i] = u_i . n(mu_(y_i) - w_i u_i)} with {@code mu_c} the sum of {@code w u} over the class.
 */
final class CentroidFit extends LabelFit {
  private static final double SHORTEST = 1e-12;

  private static final int ROWS_AT_ONCE = 1024;

  private final FeatureMatrix units;
  private final IntToDoubleFunction weights;
  private final MatrixMath math;
  private final double[][] sums;
  private final float[] centroids;

  /** Unit embeddings [N,E], all weights 1. */
  CentroidFit(FeatureMatrix units, int[] labels, int classCount, MatrixMath math) {
    this(units, labels, sample -> 1, classCount, math);
  }

  /** Unit rows [N,E] and the weight of each. */
  CentroidFit(
      FeatureMatrix units,
      int[] labels,
      IntToDoubleFunction weights,
      int classCount,
      MatrixMath math) {
    super(labels, classCount);
    this.units = units;
    this.weights = weights;
    this.math = math;
    this.sums = sums(units, labels, weights, classCount);
    this.centroids = directions(sums);
  }

  /** Some unit embeddings [n,E], all weights 1, with the number of all samples and the sums of their unit embeddings by class. */
  CentroidFit(
      FeatureMatrix units, int[] labels, int[] classSizes, double[][] sums, MatrixMath math) {
    super(labels, classSizes);
    this.units = units;
    this.weights = sample -> 1;
    this.math = math;
    this.sums = sums;
    this.centroids = directions(sums);
  }

  /** Sums of {@code w u} over each class [C][E]. */
  static double[][] sums(
      FeatureMatrix units, int[] labels, IntToDoubleFunction weights, int classCount) {
    int size = units.columns();
    double[][] sums = new double[classCount][size];
    for (int from = 0; from < labels.length; from += ROWS_AT_ONCE) {
      int to = Math.min(labels.length, from + ROWS_AT_ONCE);
      float[] rows = new float[(to - from) * size];
      units.copyRows(from, to, rows, 0);
      for (int i = from; i < to; i++) {
        double[] sum = sums[labels[i]];
        double weight = weights.applyAsDouble(i);
        for (int j = 0; j < size; j++) {
          sum[j] += weight * rows[(i - from) * size + j];
        }
      }
    }
    return sums;
  }

  private static float[] directions(double[][] sums) {
    int size = sums[0].length;
    float[] directions = new float[sums.length * size];
    for (int c = 0; c < sums.length; c++) {
      double length = Math.max(SHORTEST, Math.sqrt(dot(sums[c], sums[c])));
      for (int j = 0; j < size; j++) {
        directions[c * size + j] = (float) (sums[c][j] / length);
      }
    }
    return directions;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  @Override
  double[] block(int from, int to) {
    int n = to - from;
    int size = units.columns();
    float[] rows = new float[n * size];
    units.copyRows(from, to, rows, 0);
    float[] cosines = new float[n * classCount()];
    math.timesTransposed(rows, n, centroids, classCount(), size, cosines);
    double[] fits = new double[cosines.length];
    for (int k = 0; k < fits.length; k++) {
      fits[k] = cosines[k];
    }
    for (int k = 0; k < n; k++) {
      fits[k * classCount() + label(from + k)] = withoutItself(rows, k * size, from + k);
    }
    return fits;
  }

  /** Cosine of a sample to the rest of its own class; 0 if it is alone. */
  double ownFit(int sample) {
    return withoutItself(units.row(sample), 0, sample);
  }

  private double withoutItself(float[] rows, int offset, int sample) {
    double[] sum = sums[label(sample)];
    double weight = weights.applyAsDouble(sample);
    double product = 0;
    double squares = 0;
    for (int j = 0; j < sum.length; j++) {
      double rest = sum[j] - weight * rows[offset + j];
      product += rest * rows[offset + j];
      squares += rest * rest;
    }
    return product / Math.max(SHORTEST, Math.sqrt(squares));
  }
}
