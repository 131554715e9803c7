package eifexplorer.training;

import eifexplorer.embedding.Proxies;
import org.jspecify.annotations.Nullable;

/**
 * Cross-entropy of logits that follow from the cosines: a sample with cosines s [C*K] and logits z(s) [C] loses {@code log
 * sum_c exp(z_c) - z_y}; a batch loses the mean, each sample times its weight.
 */
abstract class CrossEntropyLoss extends CosineLoss {
  CrossEntropyLoss(Proxies proxies) {
    super(proxies);
  }

  /** Logits of a sample with cosines [C*K] at {@code offset}. */
  abstract void logits(double[] cosines, int offset, int label, double[] logits);

  /** Turns d loss / d logit [C] into d loss / d cosine [C*K] at {@code offset} of {@code cosineGradients}. */
  abstract void toCosineGradients(
      double[] cosines, int offset, int label, double[] logitGradients, double[] cosineGradients);

  @Override
  final double sampleLoss(double[] cosines, int offset, int label, double[] scratch) {
    logits(cosines, offset, label, scratch);
    double own = scratch[label];
    return toProbabilities(scratch) - own;
  }

  @Override
  final double batchLoss(
      double[] cosines, int[] labels, double @Nullable [] weights, double[] cosineGradients) {
    double[] logits = new double[classCount()];
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      int offset = i * proxyCount();
      double share = (weights == null ? 1 : weights[i]) / labels.length;
      loss += share * sampleLoss(cosines, offset, labels[i], logits);
      logits[labels[i]] -= 1;
      for (int c = 0; c < logits.length; c++) {
        logits[c] *= share;
      }
      toCosineGradients(cosines, offset, labels[i], logits, cosineGradients);
    }
    return loss;
  }

  /** Softmax in place; gives the logarithm of the sum of exponentials. */
  private static double toProbabilities(double[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (int c = 0; c < logits.length; c++) {
      logits[c] = Math.exp(logits[c] - largest);
      sum += logits[c];
    }
    for (int c = 0; c < logits.length; c++) {
      logits[c] /= sum;
    }
    return largest + Math.log(sum);
  }
}
