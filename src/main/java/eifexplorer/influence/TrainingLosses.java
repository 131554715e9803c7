package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.PackedMatrix;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.MetricLoss;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Every training sample's loss under any weight of the last layer, in double precision; immutable. */
final class TrainingLosses {
  /** Samples a task: their features, embeddings and cosines are held at once. */
  private static final int BLOCK = 128;

  private final FeatureMatrix features;
  private final int[] labels;
  private final double[] bias;
  private final MetricLoss loss;

  TrainingLosses(EmbeddingBundle bundle, MetricLoss loss) {
    this.features = bundle.trainFeatures();
    this.labels = bundle.trainLabels().clone();
    this.bias = Doubles.of(bundle.head().bias());
    this.loss = loss;
  }

  /** N. */
  int size() {
    return labels.length;
  }

  /**
   * Losses [N] with weight rows [E][F].
   *
   * @throws ProblemException naming the first sample whose loss is not finite
   */
  double[] at(double[][] weight, JobContext context) {
    PackedMatrix transposed = PackedMatrix.ofTransposed(weight);
    double[] losses = new double[labels.length];
    AtomicInteger done = new AtomicInteger();
    ComputePool.shared()
        .forEach(
            (labels.length + BLOCK - 1) / BLOCK,
            b -> {
              context.checkCancelled();
              int from = b * BLOCK;
              int to = Math.min(labels.length, from + BLOCK);
              block(transposed, from, to, losses);
              context.progress(done.addAndGet(to - from), labels.length, "training images");
            });
    requireFinite(losses);
    return losses;
  }

  private void block(PackedMatrix transposedWeight, int from, int to, double[] losses) {
    int n = to - from;
    float[] rows = new float[n * features.columns()];
    features.copyRows(from, to, rows, 0);
    double[] embeddings = transposedWeight.leftMultiply(Doubles.of(rows), n);
    Matrices.addToRows(embeddings, bias);
    double[] values = loss.perSample(embeddings, Arrays.copyOfRange(labels, from, to));
    System.arraycopy(values, 0, losses, from, n);
  }

  /** Throws {@link ProblemException} naming the first sample whose loss is not finite. */
  static void requireFinite(double[] losses) {
    requireFinite(losses, 0, losses.length);
  }

  /** As the other one, of samples {@code from} (included) to {@code to} (excluded). */
  static void requireFinite(double[] losses, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Double.isFinite(losses[i])) {
        throw new ProblemException(
            "The loss of training sample " + i + " is " + losses[i],
            "",
            "Check its features for values that are not finite.");
      }
    }
  }
}
