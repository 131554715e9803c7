package eifexplorer.training;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.math.Doubles;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The loss of a batch of cached features and its gradients at the last layer and the proxies. */
final class HeadGradients {
  private final MatrixMath math;
  private final FeatureMatrix features;
  private final int[] labels;

  /** Features [N,F] and labels [N]. Throws {@link ProblemException} if their numbers differ. */
  HeadGradients(MatrixMath math, FeatureMatrix features, int[] labels) {
    this.math = math;
    this.features = features;
    this.labels = labels;
    if (features.rows() != labels.length) {
      throw new ProblemException(
          "There are " + features.rows() + " feature rows for " + labels.length + " labels",
          "",
          "Compute the features again.");
    }
  }

  /**
   * What a batch gives.
   *
   * @param loss the batch loss, perhaps not finite
   * @param weight d loss / d W [E,F]
   * @param bias d loss / d b [E]
   * @param proxies d loss / d proxies [C*K,E]
   */
  record Batch(double loss, float[] weight, float[] bias, double[] proxies) {}

  /**
   * Loss and gradients of a batch.
   *
   * @param batch training indices [n]
   * @param weight W [E,F]
   * @param bias b [E]
   * @param sampleWeights [N], or null for all ones
   */
  Batch of(
      int[] batch,
      float[] weight,
      float[] bias,
      MetricLoss loss,
      double @Nullable [] sampleWeights) {
    int[] counted = counted(batch, loss, sampleWeights);
    double share = (double) counted.length / batch.length;
    return gradients(counted, weight, bias, loss, weightsOf(counted, sampleWeights, share));
  }

  /** Those that count at all; the others' gradients are 0, unless samples share their terms. */
  private static int[] counted(int[] batch, MetricLoss loss, double @Nullable [] sampleWeights) {
    if (sampleWeights == null || !loss.isLogLikelihood()) {
      return batch;
    }
    int[] counted = Arrays.stream(batch).filter(i -> sampleWeights[i] != 0).toArray();
    return counted.length == 0 ? batch : counted;
  }

  private Batch gradients(
      int[] batch, float[] weight, float[] bias, MetricLoss loss, double @Nullable [] weights) {
    int n = batch.length;
    int size = bias.length;
    int columns = features.columns();
    float[] rows = features.gather(batch);
    float[] products = new float[n * size];
    math.timesTransposed(rows, n, weight, size, columns, products);
    double[] embeddings = new double[products.length];
    for (int i = 0; i < products.length; i++) {
      embeddings[i] = products[i] + bias[i % size];
    }
    MetricLoss.Gradients gradients = loss.gradients(embeddings, labelsOf(batch), weights);
    float[] embeddingGradients = Doubles.floats(gradients.embeddings());
    float[] weightGradients = new float[weight.length];
    math.transposedTimes(embeddingGradients, size, rows, columns, n, weightGradients);
    return new Batch(
        gradients.loss(),
        weightGradients,
        columnSums(gradients.embeddings(), size),
        gradients.proxies());
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

  private static float[] columnSums(double[] matrix, int columns) {
    double[] sums = new double[columns];
    for (int i = 0; i < matrix.length; i++) {
      sums[i % columns] += matrix[i];
    }
    return Doubles.floats(sums);
  }
}
