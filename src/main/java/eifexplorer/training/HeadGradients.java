package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.math.Doubles;
import eifexplorer.math.LearningLayer;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The loss of a batch of cached features, whose gradients are added to those of a last layer that learns. */
final class HeadGradients implements AutoCloseable {
  private final LearningLayer layer;
  private final int[] labels;

  /**
   * Features [N,F] and labels [N].
   *
   * @param start the last layer as it begins
   * @throws ProblemException if their numbers differ
   */
  HeadGradients(MatrixMath math, FeatureMatrix features, int[] labels, EmbeddingHead start) {
    if (features.rows() != labels.length) {
      throw new ProblemException(
          "There are " + features.rows() + " feature rows for " + labels.length + " labels",
          "",
          "Compute the features again.");
    }
    this.labels = labels;
    LearningLayer.Rows rows = new Cached(features);
    this.layer =
        math.learningLayer(rows, start.weight(), start.bias())
            .orElseGet(() -> new JavaLayer(rows, start.weight(), start.bias()));
  }

  /** Features as rows to learn from. */
  private record Cached(FeatureMatrix features) implements LearningLayer.Rows {
    @Override
    public int count() {
      return features.rows();
    }

    @Override
    public int size() {
      return features.columns();
    }

    @Override
    public float[] gather(int[] numbers) {
      return features.gather(numbers);
    }
  }

  /** The layer that learns. */
  LearningLayer layer() {
    return layer;
  }

  /** The layer as it is now. */
  EmbeddingHead head() {
    return new EmbeddingHead(layer.weight(), layer.bias());
  }

  /**
   * What a batch gives besides the layer's gradients.
   *
   * @param loss the batch loss, not finite if an embedding is not
   * @param proxies d loss / d proxies [C*K,E]; empty if an embedding is not finite
   */
  record Batch(double loss, double[] proxies) {}

  /**
   * Loss of a batch; its gradients by the layer, times {@code share}, are added to the layer's.
   *
   * @param batch training indices [n]
   * @param sampleWeights [N], or null for all ones
   */
  Batch add(double share, int[] batch, MetricLoss loss, double @Nullable [] sampleWeights) {
    int[] counted = counted(batch, loss, sampleWeights);
    double part = (double) counted.length / batch.length;
    float[] embeddings = layer.embeddings(counted);
    if (!Doubles.areFinite(embeddings)) {
      return new Batch(Double.NaN, new double[0]);
    }
    MetricLoss.Gradients gradients =
        loss.gradients(
            Doubles.of(embeddings), labelsOf(counted), weightsOf(counted, sampleWeights, part));
    layer.add(share, gradients.embeddings());
    return new Batch(gradients.loss(), gradients.proxies());
  }

  /** Those that count at all; the others' gradients are 0, unless samples share their terms. */
  private static int[] counted(int[] batch, MetricLoss loss, double @Nullable [] sampleWeights) {
    if (sampleWeights == null || !loss.isLogLikelihood()) {
      return batch;
    }
    int[] counted = Arrays.stream(batch).filter(i -> sampleWeights[i] != 0).toArray();
    return counted.length == 0 ? batch : counted;
  }

  private int[] labelsOf(int[] batch) {
    int[] out = new int[batch.length];
    for (int k = 0; k < batch.length; k++) {
      out[k] = labels[batch[k]];
    }
    return out;
  }

  /** Weights times the share of the batch that they are of, so that the loss is the mean over the whole batch. */
  private static double @Nullable [] weightsOf(
      int[] batch, double @Nullable [] sampleWeights, double share) {
    if (sampleWeights == null) {
      return null;
    }
    double[] out = new double[batch.length];
    for (int k = 0; k < batch.length; k++) {
      out[k] = sampleWeights[batch[k]] * share;
    }
    return out;
  }

  /** Gives the layer's memory back. */
  @Override
  public void close() {
    layer.close();
  }
}
