package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.Lbfgs;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Multinomial logistic regression on features, fitted to some of the samples: least {@code sum_i -log p(y_i|x_i) + ||W||²
 * / (2 c)}, {@code p = softmax(W x + b)}, b free. Immutable, safe for use from any thread.
 *
 * <p>The mean is taken off the features, which changes no solution and makes it be found sooner. Blocks of samples are kept
 * where they are computed with as far as they fit, and brought there again for each pass otherwise.
 */
final class LogisticRegression {
  private static final double TOLERANCE = 1e-4;
  private static final int ITERATIONS = 150;

  private final FeatureMatrix features;
  private final int[] labels;
  private final int classCount;
  private final MatrixMath math;
  private final float[] lessMean;
  private final int blockRows;
  private final List<@Nullable Block> kept;

  /** Some samples [n,F], once by sample and once by feature. */
  private record Block(SampleBlock bySample, SampleBlock byFeature) {}

  /** Weights [C,F], then biases [C]. */
  record Fit(double[] values) {}

  /** What one block adds to the loss and its gradient. */
  private record Part(double loss, float[][] weights, double[] biases) {}

  /** Features [N,F] and labels [N] below {@code classCount}. */
  LogisticRegression(FeatureMatrix features, int[] labels, int classCount, MatrixMath math) {
    this.features = features;
    this.labels = labels.clone();
    this.classCount = classCount;
    this.math = math;
    this.lessMean = features.columns() == 0 ? new float[0] : lessMean(features);
    this.blockRows = math.blockRows(features.columns());
    this.kept = new ArrayList<>();
    long bytes = 2L * Float.BYTES * features.rows() * features.columns();
    for (int k = 0; k < blockCount(); k++) {
      kept.add(bytes <= math.mostBytes() ? block(k) : null);
    }
  }

  private static float[] lessMean(FeatureMatrix features) {
    double[] sum = new double[features.columns()];
    for (int i = 0; i < features.rows(); i++) {
      float[] row = features.row(i);
      for (int j = 0; j < row.length; j++) {
        sum[j] -= row[j];
      }
    }
    Doubles.scale(sum, 1.0 / features.rows());
    return Doubles.floats(sum);
  }

  /** Mean variance of the features, above 0. */
  double variance() {
    double squares = 0;
    for (int i = 0; i < features.rows(); i++) {
      float[] row = features.row(i);
      for (int j = 0; j < row.length; j++) {
        double value = row[j] + lessMean[j];
        squares += value * value;
      }
    }
    return Math.max(
        Double.MIN_NORMAL, squares / Math.max(1L, (long) features.rows() * features.columns()));
  }

  private int blockCount() {
    return (labels.length + blockRows - 1) / blockRows;
  }

  private Block block(int k) {
    int n = end(k) - k * blockRows;
    int size = features.columns();
    float[] rows = new float[n * size];
    features.copyRows(k * blockRows, end(k), rows, 0);
    float[] columns = new float[rows.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < size; j++) {
        float value = rows[i * size + j] + lessMean[j];
        rows[i * size + j] = value;
        columns[j * n + i] = value;
      }
    }
    return new Block(math.block(rows, n, size).keep(), math.block(columns, size, n).keep());
  }

  private int end(int k) {
    return Math.min(labels.length, (k + 1) * blockRows);
  }

  private Block known(int k) {
    Block block = kept.get(k);
    return block == null ? block(k) : block;
  }

  /**
   * Fits.
   *
   * @param used whether a sample is fitted to [N]
   * @param c weight of the samples' losses against the penalty, above 0
   * @param start a fit to begin with, if there is one that is near
   */
  Fit fit(boolean[] used, double c, @Nullable Fit start, JobContext context) {
    int n = (int) IntStream.range(0, used.length).filter(i -> used[i]).count();
    double penalty = 1 / (c * Math.max(1, n));
    Lbfgs.Objective objective =
        (place, gradient) -> {
          context.checkCancelled();
          return objective(place, gradient, used, n, penalty);
        };
    double[] zero = new double[classCount * (features.columns() + 1)];
    return new Fit(
        Lbfgs.minimise(objective, start == null ? zero : start.values, TOLERANCE, ITERATIONS));
  }

  private double objective(
      double[] place, double[] gradient, boolean[] used, int n, double penalty) {
    int size = features.columns();
    int weights = classCount * size;
    float[][] rows = rows(place);
    Part[] parts = new Part[blockCount()];
    math.overBlocks(parts.length, k -> parts[k] = part(k, rows, place, used));
    double loss = 0;
    Arrays.fill(gradient, 0);
    for (Part part : parts) {
      loss += part.loss / n;
      for (int c = 0; c < classCount; c++) {
        for (int j = 0; j < size; j++) {
          gradient[c * size + j] += part.weights[c][j] / n;
        }
        gradient[weights + c] += part.biases[c] / n;
      }
    }
    for (int k = 0; k < weights; k++) {
      loss += penalty * place[k] * place[k] / 2;
      gradient[k] += penalty * place[k];
    }
    return loss;
  }

  private float[][] rows(double[] place) {
    int size = features.columns();
    float[][] rows = new float[classCount][size];
    for (int c = 0; c < classCount; c++) {
      for (int j = 0; j < size; j++) {
        rows[c][j] = (float) place[c * size + j];
      }
    }
    return rows;
  }

  private Part part(int k, float[][] rows, double[] place, boolean[] used) {
    Block block = known(k);
    float[][] logits = block.bySample.times(rows);
    double[] biases = new double[classCount];
    double loss = 0;
    for (int i = k * blockRows; i < end(k); i++) {
      int column = i - k * blockRows;
      double[] p = probabilities(logits, column, place);
      loss -= used[i] ? Math.log(Math.max(p[labels[i]], Double.MIN_NORMAL)) : 0;
      for (int c = 0; c < classCount; c++) {
        double residual = used[i] ? p[c] - (c == labels[i] ? 1 : 0) : 0;
        logits[c][column] = (float) residual;
        biases[c] += residual;
      }
    }
    return new Part(loss, block.byFeature.times(logits), biases);
  }

  private double[] probabilities(float[][] logits, int column, double[] place) {
    double[] of = new double[classCount];
    for (int c = 0; c < classCount; c++) {
      of[c] = logits[c][column] + place[classCount * features.columns() + c];
    }
    return Doubles.softmax(of, 1);
  }

  /**
   * Tells the probabilities of every label [C] for some samples, from several threads.
   *
   * @param asked which [N]
   */
  void predict(Fit fit, boolean[] asked, OutOfFold.Answers answers) {
    float[][] rows = rows(fit.values);
    math.overBlocks(
        blockCount(),
        k -> {
          float[][] logits = known(k).bySample.times(rows);
          for (int i = k * blockRows; i < end(k); i++) {
            if (asked[i]) {
              answers.answer(i, probabilities(logits, i - k * blockRows, fit.values));
            }
          }
        });
  }
}
