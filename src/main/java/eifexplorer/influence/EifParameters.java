package eifexplorer.influence;

import eifexplorer.problem.ProblemException;
import java.util.List;

/**
 * How far EIF moves the last layer, and what it makes of it.
 *
 * @param steps gradient steps on the query's distance, 1 to 10,000 (50)
 * @param learningRate length of a step, 1e-9 to 1000 (0.001): beyond that a step is lost in rounding, or the weights are
 * @param earlyStop no further step once the distance has changed by this much; tested before each step, above 0 (1)
 * @param thetas moved weights to average over: 1 pushes the query apart, 2 also pulls it together, 3 adds their mean (1)
 * @param combination how the change of a loss and the change of the distance become one number (product)
 */
public record EifParameters(
    int steps, double learningRate, double earlyStop, int thetas, Combination combination) {
  /** How the change of a training sample's loss and that of the query's distance are combined. */
  public enum Combination {
    /** Their product, as the authors' program computes it. */
    PRODUCT {
      @Override
      double of(double deltaLoss, double deltaDistance) {
        return deltaLoss * deltaDistance;
      }
    },
    /** The loss's change per change of distance, as their text has it; 0 where the distance did not change. */
    QUOTIENT {
      @Override
      double of(double deltaLoss, double deltaDistance) {
        return deltaDistance == 0 ? 0 : deltaLoss / deltaDistance;
      }
    };

    /** One number of the two changes at one theta. */
    abstract double of(double deltaLoss, double deltaDistance);
  }

  /** As in every experiment of the paper. */
  public static final EifParameters DEFAULT =
      new EifParameters(50, 0.001, 1.0, 1, Combination.PRODUCT);

  /** What is allowed as the length of a step. */
  static final String STEP_LENGTHS = "1e-9 to 1000";

  private static final double SHORTEST_STEP = 1e-9;
  private static final double LONGEST_STEP = 1000;

  /** Checks the ranges. Throws {@link ProblemException} naming the field. */
  public EifParameters {
    require("steps", steps, steps >= 1 && steps <= 10_000, "1 to 10000");
    require(
        "learning rate",
        learningRate,
        learningRate >= SHORTEST_STEP && learningRate <= LONGEST_STEP,
        STEP_LENGTHS);
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

  /**
   * The mean over the thetas of their combined changes.
   *
   * @param deltaLoss [T,N], change of every training sample's loss; taken over
   * @param paths one a theta
   */
  InfluenceScores scores(double[][] deltaLoss, List<ThetaPath> paths) {
    double[] deltaDistance = paths.stream().mapToDouble(ThetaPath::deltaDistance).toArray();
    double[] influence = new double[deltaLoss[0].length];
    for (int t = 0; t < deltaLoss.length; t++) {
      for (int i = 0; i < influence.length; i++) {
        influence[i] += combination.of(deltaLoss[t][i], deltaDistance[t]) / deltaLoss.length;
      }
    }
    return new InfluenceScores(influence, deltaLoss, deltaDistance, paths.get(0).distances()[0]);
  }

  private static void require(String field, Object value, boolean fits, String allowed) {
    if (!fits) {
      throw ProblemException.badValue(field, value, allowed);
    }
  }
}
