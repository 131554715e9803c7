package eifexplorer.training;

import static eifexplorer.training.LossConstant.CENTRES;
import static eifexplorer.training.LossConstant.MARGIN;

import eifexplorer.embedding.Proxies;
import eifexplorer.problem.ProblemException;
import java.util.List;

/**
 * SoftTriple (Qian et al., ICCV 2019).
 *
 * @param lambda scale of the logits, above 0 (20)
 * @param gamma 1/gamma is the temperature over a class's centres; above 0 (0.1)
 * @param tau weight of the centre regulariser when K &gt; 1, at least 0 (0.2)
 * @param margin of the own class's cosine, at least 0 (0.01)
 * @param centresPerClass K, at least 1 (1)
 */
public record SoftTripleSpec(
    double lambda, double gamma, double tau, double margin, int centresPerClass)
    implements LossSpec {
  private static final String LAMBDA = "lambda";
  private static final String GAMMA = "gamma";
  private static final String TAU = "tau";

  /** Checks the ranges. Throws {@link ProblemException} naming the field. */
  public SoftTripleSpec {
    Range.aboveZero(LAMBDA, lambda);
    Range.aboveZero(GAMMA, gamma);
    Range.atLeastZero(TAU, tau);
    Range.atLeastZero(MARGIN, margin);
    if (centresPerClass < 1) {
      throw ProblemException.badValue("centres per class", centresPerClass, "1 or more");
    }
  }

  @Override
  public String name() {
    return "SoftTriple";
  }

  @Override
  public String title() {
    return "SoftTriple";
  }

  @Override
  public List<LossConstant> constants() {
    return List.of(
        new LossConstant(LAMBDA, "la", "λ", lambda),
        new LossConstant(GAMMA, GAMMA, "γ", gamma),
        new LossConstant(TAU, TAU, "τ", tau),
        LossConstant.margin(MARGIN, margin),
        new LossConstant(CENTRES, "K", "centres a class", centresPerClass));
  }

  @Override
  public LossSpec with(String key, double value) {
    return switch (key) {
      case LAMBDA -> new SoftTripleSpec(value, gamma, tau, margin, centresPerClass);
      case GAMMA -> new SoftTripleSpec(lambda, value, tau, margin, centresPerClass);
      case TAU -> new SoftTripleSpec(lambda, gamma, value, margin, centresPerClass);
      case MARGIN -> new SoftTripleSpec(lambda, gamma, tau, value, centresPerClass);
      case CENTRES -> withCentres(wholeCentres(value));
      default -> LossSpec.without(this, key, value);
    };
  }

  private static int wholeCentres(double value) {
    if (value != (int) value) {
      throw ProblemException.badValue("centres per class", value, "a whole number");
    }
    return (int) value;
  }

  /** The same with K centres a class. */
  public SoftTripleSpec withCentres(int k) {
    return new SoftTripleSpec(lambda, gamma, tau, margin, k);
  }

  @Override
  public double proxyDeviation(int proxies) {
    return Math.sqrt(2.0 / proxies);
  }

  @Override
  public MetricLoss over(Proxies proxies) {
    return new SoftTriple(proxies, this);
  }
}
