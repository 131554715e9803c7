package eifexplorer.training;

import static eifexplorer.training.LossConstant.MARGIN;
import static eifexplorer.training.LossConstant.SCALE;

import eifexplorer.embedding.Proxies;
import java.util.List;

/**
 * Norm-Softmax (Zhai and Wu, BMVC 2019); with a margin it is CosFace (Wang et al., CVPR 2018).
 *
 * @param scale factor of the cosines, above 0 (20)
 * @param margin of the own class's cosine, at least 0 (0)
 */
public record NormSoftmaxSpec(double scale, double margin) implements LossSpec {
  /** Checks the ranges. Throws {@link eifexplorer.problem.ProblemException} naming the field. */
  public NormSoftmaxSpec {
    Range.aboveZero(SCALE, scale);
    Range.atLeastZero(MARGIN, margin);
  }

  @Override
  public String name() {
    return "Norm_Softmax";
  }

  @Override
  public String title() {
    return "Norm-Softmax";
  }

  @Override
  public List<LossConstant> constants() {
    return List.of(LossConstant.scale("alpha", scale), LossConstant.margin("mrg", margin));
  }

  @Override
  public LossSpec with(String key, double value) {
    return switch (key) {
      case SCALE -> new NormSoftmaxSpec(value, margin);
      case MARGIN -> new NormSoftmaxSpec(scale, value);
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
    return new NormSoftmax(proxies, this);
  }
}
