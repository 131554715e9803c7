package eifexplorer.training;

import static eifexplorer.training.LossConstant.SCALE;

import eifexplorer.embedding.Proxies;
import java.util.List;

/**
 * ProxyNCA++ (Teh et al., ECCV 2020).
 *
 * @param scale embeddings and proxies are scaled by it after normalising, above 0 (3)
 */
public record ProxyNcaSpec(double scale) implements LossSpec {
  /** Checks the range. Throws {@link eifexplorer.problem.ProblemException} naming the field. */
  public ProxyNcaSpec {
    Range.aboveZero(SCALE, scale);
  }

  @Override
  public String name() {
    return "ProxyNCA_prob_orig";
  }

  @Override
  public String title() {
    return "ProxyNCA++";
  }

  @Override
  public List<LossConstant> constants() {
    return List.of(LossConstant.scale(SCALE, scale));
  }

  @Override
  public LossSpec with(String key, double value) {
    return key.equals(SCALE) ? new ProxyNcaSpec(value) : LossSpec.without(this, key, value);
  }

  @Override
  public int centresPerClass() {
    return 1;
  }

  @Override
  public double proxyDeviation(int proxies) {
    return 1.0 / 8;
  }

  @Override
  public MetricLoss over(Proxies proxies) {
    return new ProxyNca(proxies, this);
  }
}
