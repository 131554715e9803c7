package eifexplorer.training;

import static eifexplorer.training.LossConstant.MARGIN;
import static eifexplorer.training.LossConstant.SCALE;

import eifexplorer.embedding.Proxies;
import java.util.List;

/**
 * ArcFace (Deng et al., CVPR 2019).
 *
 * @param scale factor of the cosines, above 0 (64)
 * @param margin of the own class's angle in radians, at least 0 (0.5)
 */
public record ArcFaceSpec(double scale, double margin) implements LossSpec {
  /** Checks the ranges. Throws {@link eifexplorer.problem.ProblemException} naming the field. */
  public ArcFaceSpec {
    Range.aboveZero(SCALE, scale);
    Range.atLeastZero(MARGIN, margin);
  }

  @Override
  public String name() {
    return "ArcFace";
  }

  @Override
  public String title() {
    return "ArcFace";
  }

  @Override
  public List<LossConstant> constants() {
    return List.of(LossConstant.scale("alpha", scale), LossConstant.margin("mrg", margin));
  }

  @Override
  public LossSpec with(String key, double value) {
    return switch (key) {
      case SCALE -> new ArcFaceSpec(value, margin);
      case MARGIN -> new ArcFaceSpec(scale, value);
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
    return new ArcFace(proxies, this);
  }
}
