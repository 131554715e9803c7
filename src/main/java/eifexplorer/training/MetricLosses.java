package eifexplorer.training;

import eifexplorer.embedding.Proxies;
import eifexplorer.problem.ProblemException;

/** Makes losses: each kind of {@link LossSpec} is registered here. */
public final class MetricLosses {
  private MetricLosses() {}

  /**
   * The loss with these constants and proxies.
   *
   * @throws ProblemException for fewer than two classes, or when the proxies' centres per class are not the loss's
   */
  public static MetricLoss of(LossSpec spec, Proxies proxies) {
    if (spec.centresPerClass() != proxies.centresPerClass()) {
      throw ProblemException.badValue(
          "centres per class of the proxies",
          proxies.centresPerClass(),
          spec.centresPerClass() + ", as the loss has");
    }
    return switch (spec.kind()) {
      case PROXY_NCA -> new ProxyNca(proxies, spec.scale());
      case SOFT_TRIPLE -> new SoftTriple(proxies, spec);
      case PROXY_ANCHOR -> new ProxyAnchor(proxies, spec.scale(), spec.margin());
      case NORM_SOFTMAX -> new NormSoftmax(proxies, spec.scale(), spec.margin());
      case ARC_FACE -> new ArcFace(proxies, spec.scale(), spec.margin());
    };
  }
}
