package eifexplorer.training;

import eifexplorer.embedding.Proxies;
import java.util.Optional;

/**
 * ProxyNCA++ without temperature search: {@code -log softmax(-||s n(x) - s n(p)||²)[y]}, which equals the cross-entropy of
 * the logits {@code 2 s² cos(x, p)}. Teh, DeVries, Taylor: ProxyNCA++ (ECCV 2020).
 */
final class ProxyNca extends CrossEntropyLoss {
  private final double factor;

  /** One proxy a class; {@code spec.scale()} is s. */
  ProxyNca(Proxies proxies, ProxyNcaSpec spec) {
    super(proxies);
    this.factor = 2 * spec.scale() * spec.scale();
  }

  @Override
  public Optional<LinearLogits> linearLogits() {
    return Optional.of(new LinearLogits(factor, 0));
  }

  @Override
  void logits(double[] cosines, int offset, int label, double[] logits) {
    for (int c = 0; c < logits.length; c++) {
      logits[c] = factor * cosines[offset + c];
    }
  }

  @Override
  void toCosineGradients(
      double[] cosines, int offset, int label, double[] logitGradients, double[] cosineGradients) {
    for (int c = 0; c < logitGradients.length; c++) {
      cosineGradients[offset + c] = factor * logitGradients[c];
    }
  }
}
