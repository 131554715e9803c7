package eifexplorer.run;

import eifexplorer.training.NetworkPlan.Precision;
import eifexplorer.training.TrainingPlan;
import eifexplorer.training.ValidationPlan;
import eifexplorer.training.ValidationPlan.Mode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be otherwise than in a training plan; what is empty stays as planned.
 *
 * @param mode which classes are trained on and measured
 * @param epochs epochs after the warm-up
 * @param everyEpochs epochs from one measurement to the next
 * @param stopAfter measurements without a better one that end the run; 0 for never
 * @param precision what a whole network computes in
 */
public record PlanChanges(
    Optional<Mode> mode,
    OptionalInt epochs,
    OptionalInt everyEpochs,
    OptionalInt stopAfter,
    Optional<Precision> precision) {
  /** What earlier versions did not write stays as planned. */
  public PlanChanges {
    precision = precision == null ? Optional.empty() : precision;
  }

  /** Everything as planned. */
  public static final PlanChanges NONE =
      new PlanChanges(
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty());

  /** The changed plan. Throws {@link eifexplorer.problem.ProblemException} naming a value out of range. */
  TrainingPlan apply(TrainingPlan plan) {
    ValidationPlan validation = plan.validation();
    if (mode.isPresent()) {
      validation = validation.withMode(mode.get());
    }
    if (everyEpochs.isPresent()) {
      validation = validation.withEveryEpochs(everyEpochs.getAsInt());
    }
    if (stopAfter.isPresent()) {
      validation = validation.withStopAfter(stopAfter.getAsInt());
    }
    return plan.withEpochs(epochs.orElse(plan.epochs())).withValidation(validation);
  }
}
