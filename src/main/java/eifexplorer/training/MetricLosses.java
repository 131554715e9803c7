package eifexplorer.training;

import eifexplorer.embedding.Proxies;
import eifexplorer.problem.ProblemException;

/** Makes losses from what each {@link LossSpec} says. */
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
    return spec.over(proxies);
  }
}
