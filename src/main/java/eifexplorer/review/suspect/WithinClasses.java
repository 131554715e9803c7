package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Class means of features and how the samples scatter around them, each sample counted with its weight: {@code mu_c = sum w x /
 * sum w} over a class, {@code S = sum w r r^T / sum w}. Features whose squares single precision does not hold are multiplied
 * by a power of two before. Immutable.
 */
final class WithinClasses {
  private static final int ROWS_AT_ONCE = 1024;
  private static final int COLUMNS_AT_ONCE = 256;

  /** Share of the features' mean variance below which a scatter counts as none. */
  private static final double SMALLEST = 1e-9;

  private final FeatureMatrix features;
  private final int[] labels;
  private final double[] weights;
  private final double[] sizes;
  private final double total;
  private final double[] mean;
  private final float scale;
  private final float[] means;
  private final float[] scatter;

  /** Of features [N,F] with labels [N], all weights 1. */
  static WithinClasses of(
      FeatureMatrix features, int[] labels, int classCount, MatrixMath math, JobContext context) {
    double[] ones = new double[labels.length];
    Arrays.fill(ones, 1);
    return new WithinClasses(features, labels, ones, classCount, math, context);
  }

  /** Of features [N,F] with labels [N] and weights above 0 [N]. */
  WithinClasses(
      FeatureMatrix features,
      int[] labels,
      double[] weights,
      int classCount,
      MatrixMath math,
      JobContext context) {
    this.features = features;
    this.labels = labels.clone();
    this.weights = weights.clone();
    this.sizes = new double[classCount];
    for (int i = 0; i < labels.length; i++) {
      sizes[labels[i]] += weights[i];
    }
    this.total = Math.max(Double.MIN_NORMAL, Arrays.stream(weights).sum());
    this.mean = mean();
    this.scale = scale();
    this.means = classMeans();
    this.scatter = scatter(math, context);
  }

  private double[] mean() {
    double[] sums = new double[columns()];
    for (int i = 0; i < labels.length; i++) {
      float[] row = features.row(i);
      for (int j = 0; j < row.length; j++) {
        sums[j] += weights[i] * row[j] / total;
      }
    }
    return sums;
  }

  /** Brings the largest difference to the mean near 1 if it is out of bounds. */
  private float scale() {
    float largest = 0;
    for (int i = 0; i < labels.length; i++) {
      float[] row = features.row(i);
      for (int j = 0; j < row.length; j++) {
        largest = Math.max(largest, Math.abs(row[j] - (float) mean[j]));
      }
    }
    float near1 = Centring.scale(largest);
    return Math.abs(Math.getExponent(near1)) <= Centring.LARGEST_EXPONENT ? 1 : near1;
  }

  private float[] classMeans() {
    int size = columns();
    double[] sums = new double[sizes.length * size];
    for (int i = 0; i < labels.length; i++) {
      float[] row = features.row(i);
      for (int j = 0; j < size; j++) {
        sums[labels[i] * size + j] += weights[i] * row[j];
      }
    }
    float[] centred = new float[sums.length];
    for (int k = 0; k < sums.length; k++) {
      double n = sizes[k / size];
      centred[k] = n == 0 ? 0 : (float) ((sums[k] / n - mean[k % size]) * scale);
    }
    return centred;
  }

  /** The lower half alone, in blocks of columns. */
  private float[] scatter(MatrixMath math, JobContext context) {
    int size = columns();
    float[] sum = new float[size * size];
    for (int from = 0; from < labels.length; from += ROWS_AT_ONCE) {
      context.checkCancelled();
      int[] samples = IntStream.range(from, Math.min(labels.length, from + ROWS_AT_ONCE)).toArray();
      float[] rows = residuals(centred(samples), samples);
      for (int k = 0; k < rows.length; k++) {
        rows[k] *= (float) Math.sqrt(weights[samples[k / size]] / total);
      }
      for (int column = 0; column < size; column += COLUMNS_AT_ONCE) {
        addProducts(sum, rows, samples.length, column, math);
      }
    }
    return sum;
  }

  /** Adds the products of some columns of the rows [n,F] with all up to them. */
  private void addProducts(float[] sum, float[] rows, int n, int from, MatrixMath math) {
    int width = Math.min(COLUMNS_AT_ONCE, columns() - from);
    int to = from + width;
    float[] some = Matrices.columnsOf(rows, columns(), from, to);
    float[] upTo = Matrices.columnsOf(rows, columns(), 0, to);
    float[] products = new float[width * to];
    math.transposedTimes(some, width, upTo, to, n, products);
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < to; j++) {
        sum[(from + i) * columns() + j] += products[i * to + j];
      }
    }
  }

  /** Some samples less the mean of all [n,F]. */
  float[] centred(int... samples) {
    float[] rows = features.gather(samples);
    for (int k = 0; k < rows.length; k++) {
      rows[k] = (rows[k] - (float) mean[k % columns()]) * scale;
    }
    return rows;
  }

  /** Differences of centred samples to the means of their given classes [n,F], a copy. */
  float[] residuals(float[] centred, int... samples) {
    float[] rows = centred.clone();
    for (int k = 0; k < rows.length; k++) {
      rows[k] -= means[labels[samples[k / columns()]] * columns() + k % columns()];
    }
    return rows;
  }

  /**
   * {@code (1 - g) S + g trace(S)/F I} [F,F] with S the mean scatter, the lower half alone.
   *
   * @param g 0..1
   */
  float[] shrunk(double g) {
    int size = columns();
    double trace = 0;
    for (int j = 0; j < size; j++) {
      trace += scatter[j * size + j];
    }
    double level = Math.max(trace / size, SMALLEST * (1 + spread()));
    float[] matrix = new float[scatter.length];
    for (int k = 0; k < matrix.length; k++) {
      matrix[k] = (float) ((1 - g) * scatter[k] + (k % (size + 1) == 0 ? g * level : 0));
    }
    return matrix;
  }

  /** Mean square of the class means: a scale where no class scatters. */
  private double spread() {
    double squares = 0;
    for (float value : means) {
      squares += (double) value * value;
    }
    return squares / Math.max(1, means.length);
  }

  int rows() {
    return features.rows();
  }

  int columns() {
    return features.columns();
  }

  int[] labels() {
    return labels.clone();
  }

  int classCount() {
    return sizes.length;
  }

  /** Weight of a sample. */
  double weight(int sample) {
    return weights[sample];
  }

  /** Sum of all weights. */
  double total() {
    return total;
  }

  /** The same samples with other weights. */
  WithinClasses weighted(double[] others, MatrixMath math, JobContext context) {
    return new WithinClasses(features, labels, others, sizes.length, math, context);
  }

  /** Sum of the weights of a class. */
  double size(int label) {
    return sizes[label];
  }

  /** Class means less the mean of all [C,F]; not to be changed. */
  float[] means() {
    return means;
  }
}
