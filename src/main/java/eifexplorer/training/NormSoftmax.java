package eifexplorer.training;

import eifexplorer.embedding.Proxies;
import java.util.Optional;

/**
 * Norm-Softmax: cross-entropy of {@code scale (cos(x, p_c) - margin [c = y])}, the scale being one over the temperature.
 * Zhai, Wu: Classification is a Strong Baseline for Deep Metric Learning (BMVC 2019); with a margin it is CosFace (Wang et
 * al., CVPR 2018).
 */
final class NormSoftmax extends CrossEntropyLoss {
  private final double scale;
  private final double margin;

  /** One proxy a class. */
  NormSoftmax(Proxies proxies, NormSoftmaxSpec spec) {
    super(proxies);
    this.scale = spec.scale();
    this.margin = spec.margin();
  }

  @Override
  public Optional<LinearLogits> linearLogits() {
    return Optional.of(new LinearLogits(scale, scale * margin));
  }

  @Override
  void logits(double[] cosines, int offset, int label, double[] logits) {
    for (int c = 0; c < logits.length; c++) {
      logits[c] = scale * (c == label ? cosines[offset + c] - margin : cosines[offset + c]);
    }
  }

  @Override
  void toCosineGradients(
      double[] cosines, int offset, int label, double[] logitGradients, double[] cosineGradients) {
    for (int c = 0; c < logitGradients.length; c++) {
      cosineGradients[offset + c] = scale * logitGradients[c];
    }
  }
}
