package eifexplorer.training;

import eifexplorer.embedding.Proxies;

/**
 * ArcFace: cross-entropy of {@code scale cos(θ_c + margin [c = y])}, θ_c being the angle between embedding and proxy. Where
 * θ + margin would pass π, {@code cos θ - margin sin margin} stands in, which goes on falling. Deng et al.: ArcFace (CVPR
 * 2019).
 */
final class ArcFace extends CrossEntropyLoss {
  /** Nearer to ±1 the angle has no derivative. */
  private static final double LARGEST_COSINE = 1 - 1e-7;

  private final double scale;
  private final double margin;

  /** One proxy a class; the margin is an angle in radians. */
  ArcFace(Proxies proxies, ArcFaceSpec spec) {
    super(proxies);
    this.scale = spec.scale();
    this.margin = spec.margin();
  }

  @Override
  void logits(double[] cosines, int offset, int label, double[] logits) {
    for (int c = 0; c < logits.length; c++) {
      logits[c] = scale * cosines[offset + c];
    }
    double angle = angle(cosines[offset + label]);
    logits[label] =
        angle + margin <= Math.PI
            ? scale * Math.cos(angle + margin)
            : scale * (cosines[offset + label] - margin * Math.sin(margin));
  }

  @Override
  void toCosineGradients(
      double[] cosines, int offset, int label, double[] logitGradients, double[] cosineGradients) {
    for (int c = 0; c < logitGradients.length; c++) {
      cosineGradients[offset + c] = scale * logitGradients[c];
    }
    double angle = angle(cosines[offset + label]);
    if (angle + margin <= Math.PI) {
      cosineGradients[offset + label] *= Math.sin(angle + margin) / Math.sin(angle);
    }
  }

  private static double angle(double cosine) {
    return Math.acos(Math.max(-LARGEST_COSINE, Math.min(LARGEST_COSINE, cosine)));
  }
}
