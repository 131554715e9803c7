package eifexplorer.influence;

import eifexplorer.problem.ProblemException;

/**
 * How far EIF moves the last layer, and what it makes of it.
 *
 * @param steps gradient steps on the query's distance, 1 to 10,000 (50)
 * @param learningRate length of a step, above 0 (0.001)
 * @param earlyStop no further step once the distance has changed by this much; tested before each step, above 0 (1)
 * @param thetas moved weights to average over: 1 pushes the query apart, 2 also pulls it together, 3 adds their mean (1)
 * @param combination how the change of a loss and the change of the distance become one number (product)
 */
public record EifParameters(
    int steps, double learningRate, double earlyStop, int thetas, Combination combination) {
  /** How the change of a training sample's loss and that of the query's distance are combined. */
  public enum Combination {
    /** Their product, as the authors' program computes it. */
    PRODUCT,
    /** The loss's change per change of distance, as their text has it; 0 where the distance did not change. */
    QUOTIENT
  }

  /** As in every experiment of the paper. */
  public static final EifParameters DEFAULT =
      new EifParameters(50, 0.001, 1.0, 1, Combination.PRODUCT);

  /** Checks the ranges. Throws {@link ProblemException} naming the field. */
  public EifParameters {
    require("steps", steps, steps >= 1 && steps <= 10_000, "1 to 10000");
    require(
        "learning rate",
        learningRate,
        learningRate > 0 && Double.isFinite(learningRate),
        "above 0");
    require("early stop", earlyStop, earlyStop > 0, "above 0");
    require("thetas", thetas, thetas >= 1 && thetas <= 3, "1, 2, 3");
  }

  /** The same with another number of thetas. */
  public EifParameters withThetas(int count) {
    return new EifParameters(steps, learningRate, earlyStop, count, combination);
  }

  /** The same with another combination. */
  public EifParameters withCombination(Combination other) {
    return new EifParameters(steps, learningRate, earlyStop, thetas, other);
  }

  private static void require(String field, Object value, boolean fits, String allowed) {
    if (!fits) {
      throw ProblemException.badValue(field, value, allowed);
    }
  }
}
