package eifexplorer.training;

import eifexplorer.problem.ProblemException;

/**
 * How a run is measured and what follows from it.
 *
 * <p>What counts is {@code hmean}, the harmonic mean of NMI and recall@1 (recall@1 alone where NMI was not measured).
 *
 * @param mode which classes are trained on and measured
 * @param everyEpochs epochs from one measurement to the next, 1 to 10,000; 1 in {@link Mode#TRAIN}
 * @param plateauPatience {@link Mode#TRAIN}: measurements without a better one before the rates fall, 0 to 10,000 (4)
 * @param plateauFactor {@link Mode#TRAIN}: what the rates are multiplied with then, above 0, at most 1 (0.1)
 * @param stopAfter measurements without a better one that end the run, 0 to 10,000; 0 to never end it early (0)
 */
public record ValidationPlan(
    Mode mode, int everyEpochs, int plateauPatience, double plateauFactor, int stopAfter) {
  /** Which classes are trained on and measured, after the authors' {@code --mode}. */
  public enum Mode {
    /** All training classes; the test classes are measured, rates fall at milestones, the last epoch is the result. */
    TRAINVAL,
    /** The first half of the training classes; the others are measured, rates fall on plateaus, the best epoch is the result. */
    TRAIN
  }

  /** All training classes, measured after every epoch. */
  public static final ValidationPlan USUAL = new ValidationPlan(Mode.TRAINVAL, 1, 4, .1, 0);

  /** Checks the ranges. Throws {@link ProblemException} naming the field. */
  public ValidationPlan {
    Range.whole("everyEpochs", everyEpochs, 1, 10_000);
    Range.whole("plateauPatience", plateauPatience, 0, 10_000);
    Range.aboveZero("plateauFactor", plateauFactor);
    Range.whole("stopAfter", stopAfter, 0, 10_000);
    if (plateauFactor > 1) {
      throw ProblemException.badValue("plateauFactor", plateauFactor, "above 0, at most 1");
    }
    if (mode == Mode.TRAIN && everyEpochs > 1) {
      throw ProblemException.badValue("everyEpochs", everyEpochs, "1 in mode train");
    }
  }

  /** The same in another mode. */
  public ValidationPlan withMode(Mode other) {
    return new ValidationPlan(
        other, other == Mode.TRAIN ? 1 : everyEpochs, plateauPatience, plateauFactor, stopAfter);
  }

  /** The same with another distance of measurements. */
  public ValidationPlan withEveryEpochs(int other) {
    return new ValidationPlan(mode, other, plateauPatience, plateauFactor, stopAfter);
  }

  /** The same ending early after this many measurements without a better one. */
  public ValidationPlan withStopAfter(int other) {
    return new ValidationPlan(mode, everyEpochs, plateauPatience, plateauFactor, other);
  }
}
