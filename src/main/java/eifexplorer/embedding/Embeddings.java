package eifexplorer.embedding;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** From features to embeddings. */
public final class Embeddings {
  /** Smallest length that is divided by, as in torch's {@code normalize}. */
  static final double SMALLEST_NORM = 1e-12;

  private Embeddings() {}

  /** {@code E = X Wᵀ + b} [n,E] of all rows; see {@link #of(FeatureMatrix, EmbeddingHead, MatrixMath, JobContext)}. */
  public static FeatureMatrix of(FeatureMatrix features, EmbeddingHead head, MatrixMath math) {
    return of(features, head, math, JobContext.unattended());
  }

  /**
   * {@code E = X Wᵀ + b} [n,E], computed in blocks of rows so that the features need not fit in memory; embeddings of more
   * than a quarter of the heap are put into a temporary file.
   *
   * @param features X [n,F]
   * @throws IllegalArgumentException if F is not that of the head
   * @throws eifexplorer.problem.ProblemException if there is no room for them, or an element is too large for a number
   */
  public static FeatureMatrix of(
      FeatureMatrix features, EmbeddingHead head, MatrixMath math, JobContext context) {
    if (features.columns() != head.featureSize()) {
      throw new IllegalArgumentException(
          features.columns() + " features for a head of " + head.featureSize());
    }
    int n = features.rows();
    int step = FeatureFile.blockRows(features.columns());
    KeptRows out = new KeptRows(n, head.embeddingSize());
    float[] weight = head.weight();
    float[] bias = head.bias();
    AtomicInteger done = new AtomicInteger();
    ComputePool.shared()
        .forEach(
            (n + step - 1) / step,
            block -> {
              context.checkCancelled();
              int from = block * step;
              int rows = Math.min(step, n - from);
              out.put(from, embedded(features, from, rows, weight, bias, math));
              context.progress(done.addAndGet(rows), n, "embeddings");
            });
    return out.matrix();
  }

  private static float[] embedded(
      FeatureMatrix features, int from, int rows, float[] weight, float[] bias, MatrixMath math) {
    int columns = features.columns();
    float[] block = new float[rows * columns];
    features.copyRows(from, from + rows, block, 0);
    float[] product = new float[rows * bias.length];
    math.timesTransposed(block, rows, weight, bias.length, columns, product);
    for (int i = 0; i < product.length; i++) {
      product[i] += bias[i % bias.length];
    }
    Finite.requireEmbeddings(product, bias.length, from);
    return product;
  }

  /** Every row divided by its euclidean length, {@code e / max(‖e‖, 1e-12)}: a copy [n,E], kept as {@link #of} does. */
  public static FeatureMatrix normalised(FeatureMatrix embeddings) {
    int columns = embeddings.columns();
    return kept(
        embeddings,
        block -> {
          for (int start = 0; start < block.length; start += columns) {
            double length = Math.max(norm(block, start, columns), SMALLEST_NORM);
            for (int i = start; i < start + columns; i++) {
              block[i] = (float) (block[i] / length);
            }
          }
        });
  }

  /** A copy of rows that are computed each time they are asked for, kept as {@link #of} does. */
  public static FeatureMatrix kept(FeatureMatrix rows) {
    return kept(rows, block -> {});
  }

  private static FeatureMatrix kept(FeatureMatrix rows, Consumer<float[]> change) {
    int n = rows.rows();
    int columns = rows.columns();
    int step = FeatureFile.blockRows(columns);
    KeptRows out = new KeptRows(n, columns);
    for (int from = 0; from < n; from += step) {
      float[] block = new float[Math.min(step, n - from) * columns];
      rows.copyRows(from, from + block.length / columns, block, 0);
      change.accept(block);
      out.put(from, block);
    }
    return out.matrix();
  }

  /** Euclidean length of {@code count} values from {@code start} on. */
  static double norm(float[] values, int start, int count) {
    double sum = 0;
    for (int i = start; i < start + count; i++) {
      sum += (double) values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  /** Squared euclidean distance of two rows after normalising them, {@code ‖n(a) - n(b)‖²} in 0..4. */
  public static double normalisedSquaredDistance(float[] a, float[] b) {
    double lengthA = Math.max(norm(a, 0, a.length), SMALLEST_NORM);
    double lengthB = Math.max(norm(b, 0, b.length), SMALLEST_NORM);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] / lengthA - b[i] / lengthB;
      sum += difference * difference;
    }
    return sum;
  }
}
