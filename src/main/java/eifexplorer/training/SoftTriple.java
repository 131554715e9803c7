package eifexplorer.training;

import eifexplorer.embedding.Proxies;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SoftTriple: cross-entropy of {@code lambda (S_c - margin [c = y])}, where S_c is the mean of a class's K cosines weighted
 * by their softmax at temperature gamma, plus, for K &gt; 1, {@code tau / (C K (K-1)) sum sqrt(2 + 1e-5 - 2 p_j·p_k)} over
 * the pairs j &lt; k of centres of one class. Qian et al.: SoftTriple Loss (ICCV 2019).
 */
final class SoftTriple extends CrossEntropyLoss {
  private final SoftTripleSpec spec;
  private final int centres;
  private final double penaltyWeight;
  private final double penalty;

  /** K and the constants are {@code spec}'s. */
  SoftTriple(Proxies proxies, SoftTripleSpec spec) {
    super(proxies);
    this.spec = spec;
    this.centres = spec.centresPerClass();
    boolean penalised = centres > 1 && spec.tau() > 0;
    this.penaltyWeight =
        penalised ? spec.tau() / ((double) classCount() * centres * (centres - 1)) : 0;
    this.penalty = penaltyOf(null);
  }

  @Override
  public Optional<LinearLogits> linearLogits() {
    return centres == 1
        ? Optional.of(new LinearLogits(spec.lambda(), spec.lambda() * spec.margin()))
        : Optional.empty();
  }

  @Override
  void logits(double[] cosines, int offset, int label, double[] logits) {
    for (int c = 0; c < logits.length; c++) {
      double similarity = similarity(cosines, offset + c * centres);
      logits[c] = spec.lambda() * (c == label ? similarity - spec.margin() : similarity);
    }
  }

  @Override
  void toCosineGradients(
      double[] cosines, int offset, int label, double[] logitGradients, double[] cosineGradients) {
    for (int c = 0; c < logitGradients.length; c++) {
      int first = offset + c * centres;
      double gradient = spec.lambda() * logitGradients[c];
      if (centres == 1) {
        cosineGradients[first] = gradient;
        continue;
      }
      double largest = largest(cosines, first);
      double similarity = similarity(cosines, first);
      double sum = 0;
      for (int k = first; k < first + centres; k++) {
        sum += Math.exp((cosines[k] - largest) / spec.gamma());
      }
      for (int k = first; k < first + centres; k++) {
        double share = Math.exp((cosines[k] - largest) / spec.gamma()) / sum;
        cosineGradients[k] = gradient * share * (1 + (cosines[k] - similarity) / spec.gamma());
      }
    }
  }

  /** The softly largest of a class's cosines. */
  private double similarity(double[] cosines, int first) {
    if (centres == 1) {
      return cosines[first];
    }
    double largest = largest(cosines, first);
    double sum = 0;
    double weighted = 0;
    for (int k = first; k < first + centres; k++) {
      double share = Math.exp((cosines[k] - largest) / spec.gamma());
      sum += share;
      weighted += share * cosines[k];
    }
    return weighted / sum;
  }

  private double largest(double[] cosines, int first) {
    double largest = cosines[first];
    for (int k = first + 1; k < first + centres; k++) {
      largest = Math.max(largest, cosines[k]);
    }
    return largest;
  }

  @Override
  double penalty() {
    return penalty;
  }

  @Override
  void addPenaltyGradients(double[] unitProxyGradients) {
    penaltyOf(unitProxyGradients);
  }

  /** The penalty; its gradient is added to {@code gradients} unless that is null. */
  private double penaltyOf(double @Nullable [] gradients) {
    if (penaltyWeight == 0) {
      return 0;
    }
    double sum = 0;
    for (int c = 0; c < classCount(); c++) {
      for (int k = 1; k < centres; k++) {
        for (int j = 0; j < k; j++) {
          sum += pairPenalty(c * centres + j, c * centres + k, gradients);
        }
      }
    }
    return penaltyWeight * sum;
  }

  private double pairPenalty(int row, int other, double @Nullable [] gradients) {
    double[] units = unitProxies();
    int size = embeddingSize();
    double cosine = 0;
    for (int i = 0; i < size; i++) {
      cosine += units[row * size + i] * units[other * size + i];
    }
    double root = Math.sqrt(2 + 1e-5 - 2 * cosine);
    if (gradients != null) {
      for (int i = 0; i < size; i++) {
        gradients[row * size + i] -= penaltyWeight / root * units[other * size + i];
        gradients[other * size + i] -= penaltyWeight / root * units[row * size + i];
      }
    }
    return root;
  }
}
