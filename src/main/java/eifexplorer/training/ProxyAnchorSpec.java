package eifexplorer.training;

import static eifexplorer.training.LossConstant.MARGIN;
import static eifexplorer.training.LossConstant.SCALE;

import eifexplorer.embedding.Proxies;
import java.util.List;

/**
 * Proxy-Anchor (Kim et al., CVPR 2020).
 *
 * @param scale factor of the cosines, above 0 (32)
 * @param margin of the cosine, at least 0 (0.1)
 */
public record ProxyAnchorSpec(double scale, double margin) implements LossSpec {
  /** Checks the ranges. Throws {@link eifexplorer.problem.ProblemException} naming the field. */
  public ProxyAnchorSpec {
    Range.aboveZero(SCALE, scale);
    Range.atLeastZero(MARGIN, margin);
  }

  @Override
  public String name() {
    return "Proxy_Anchor";
  }

  @Override
  public String title() {
    return "Proxy-Anchor";
  }

  @Override
  public List<LossConstant> constants() {
    return List.of(LossConstant.scale("alpha", scale), LossConstant.margin("mrg", margin));
  }

  @Override
  public LossSpec with(String key, double value) {
    return switch (key) {
      case SCALE -> new ProxyAnchorSpec(value, margin);
      case MARGIN -> new ProxyAnchorSpec(scale, value);
      default -> LossSpec.without(this, key, value);
    };
  }

  @Override
  public int centresPerClass() {
    return 1;
  }

  @Override
  public double proxyDeviation(int proxies) {
    return Math.sqrt(2.0 / proxies);
  }

  @Override
  public MetricLoss over(Proxies proxies) {
    return new ProxyAnchor(proxies, this);
  }
}
