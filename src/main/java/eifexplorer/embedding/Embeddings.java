package eifexplorer.embedding;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.concurrent.atomic.AtomicInteger;

/** From features to embeddings. */
public final class Embeddings {
  /** Smallest length that is divided by, as in torch's {@code normalize}. */
  static final double SMALLEST_NORM = 1e-12;

  private Embeddings() {}

  /** {@code E = X Wᵀ + b} [n,E] of all rows; see {@link #of(FeatureMatrix, EmbeddingHead, MatrixMath, JobContext)}. */
  public static HeapFeatures of(FeatureMatrix features, EmbeddingHead head, MatrixMath math) {
    return of(features, head, math, JobContext.unattended());
  }

  /**
   * {@code E = X Wᵀ + b} [n,E], computed in blocks of rows so that the features need not fit in memory.
   *
   * @param features X [n,F]
   * @throws IllegalArgumentException if F is not that of the head
   */
  public static HeapFeatures of(
      FeatureMatrix features, EmbeddingHead head, MatrixMath math, JobContext context) {
    if (features.columns() != head.featureSize()) {
      throw new IllegalArgumentException(
          features.columns() + " features for a head of " + head.featureSize());
    }
    int n = features.rows();
    int step = FeatureFile.blockRows(features.columns());
    float[] out = new float[Math.multiplyExact(n, head.embeddingSize())];
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
              embed(features, from, rows, weight, bias, math, out);
              context.progress(done.addAndGet(rows), n, "embeddings");
            });
    return new HeapFeatures(out, n, head.embeddingSize());
  }

  private static void embed(
      FeatureMatrix features,
      int from,
      int rows,
      float[] weight,
      float[] bias,
      MatrixMath math,
      float[] out) {
    int columns = features.columns();
    float[] block = new float[rows * columns];
    features.copyRows(from, from + rows, block, 0);
    float[] product = new float[rows * bias.length];
    math.timesTransposed(block, rows, weight, bias.length, columns, product);
    int start = from * bias.length;
    for (int i = 0; i < product.length; i++) {
      out[start + i] = product[i] + bias[i % bias.length];
    }
  }

  /** Every row divided by its euclidean length, {@code e / max(‖e‖, 1e-12)}: a copy [n,E]. */
  public static HeapFeatures normalised(FeatureMatrix embeddings) {
    int columns = embeddings.columns();
    float[] values = embeddings.toArray();
    for (int row = 0; row < embeddings.rows(); row++) {
      int start = row * columns;
      double length = Math.max(norm(values, start, columns), SMALLEST_NORM);
      for (int i = start; i < start + columns; i++) {
        values[i] = (float) (values[i] / length);
      }
    }
    return new HeapFeatures(values, embeddings.rows(), columns);
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
