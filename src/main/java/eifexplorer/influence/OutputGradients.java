package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.math.Doubles;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import eifexplorer.training.MetricLoss;
import eifexplorer.training.MetricLosses;
import java.util.Arrays;

/**
 * Derivatives of what the model says of its training samples: with p the probability of a sample's own class, {@code o =
 * log(p / (1 - p))} and {@code g = do/de = -(dL/de) / (1 - p)}, so that {@code do/dW = g f^T}. Computed block by block, in
 * double precision; immutable, safe for use from any thread.
 */
final class OutputGradients {
  /** The least doubt: for a sample that is learnt by heart g would be without bound. */
  private static final double LEAST_DOUBT = 1e-6;

  private final EmbeddingBundle bundle;
  private final FeatureMatrix features;
  private final MetricLoss loss;
  private final LastLayer layer;

  /**
   * Some samples in their order.
   *
   * @param features f [n,F]
   * @param gradients g [n,E]
   * @param doubts {@code 1 - p} [n], above 0
   */
  record Block(double[] features, double[] gradients, double[] doubts) {
    /** n. */
    int size() {
      return doubts.length;
    }
  }

  /** Throws {@link ProblemException} for a loss that is not the logarithm of a probability. */
  OutputGradients(TrainingPasses model) {
    this.bundle = model.bundle();
    LossSpec spec = model.loss();
    this.features = bundle.trainFeatures();
    this.loss = MetricLosses.of(spec, bundle.proxies());
    if (!loss.isLogLikelihood()) {
      throw new ProblemException(
          "The loss "
              + spec.title()
              + " gives no probability of a class, which the estimator's formula needs",
          "",
          "Use the estimator eif.");
    }
    this.layer = model.layer();
  }

  /** N. */
  int size() {
    return features.rows();
  }

  /** E. */
  int embeddingSize() {
    return layer.embeddingSize();
  }

  /** W [E][F]; not to be changed. */
  float[][] weight() {
    return layer.rows();
  }

  /** F. */
  int featureSize() {
    return features.columns();
  }

  /** Features [n,F] of samples {@code from} to {@code to}. */
  double[] features(int from, int to) {
    float[] rows = new float[(to - from) * features.columns()];
    features.copyRows(from, to, rows, 0);
    return Doubles.of(rows);
  }

  /** Samples {@code from} to {@code to}; throws {@link ProblemException} naming one that is not finite. */
  Block block(int from, int to) {
    double[] rows = features(from, to);
    double[] embeddings = layer.embeddings(rows, to - from);
    int[] labels = Arrays.copyOfRange(bundle.trainLabels(), from, to);
    double[] losses = loss.perSample(embeddings, labels);
    double[] gradients = loss.gradients(embeddings, labels, null).embeddings();
    double[] doubts = new double[losses.length];
    for (int i = 0; i < losses.length; i++) {
      requireFinite(from + i, losses[i]);
      doubts[i] = Math.max(LEAST_DOUBT, -Math.expm1(-losses[i]));
      // The gradients are those of the block's mean.
      double factor = -losses.length / doubts[i];
      for (int r = i * embeddingSize(); r < (i + 1) * embeddingSize(); r++) {
        gradients[r] *= factor;
      }
    }
    return new Block(rows, gradients, doubts);
  }

  private static void requireFinite(int sample, double loss) {
    if (!Double.isFinite(loss)) {
      throw new ProblemException(
          "The loss of training sample " + sample + " is " + loss,
          "",
          "Check its features for values that are not finite.");
    }
  }
}
