package eifexplorer.training;

import eifexplorer.training.ValidationPlan.Mode;

/**
 * Where a run stands with its learning rates; immutable.
 *
 * <p>The rates of {@link Mode#TRAIN} fall as by PyTorch's {@code ReduceLROnPlateau} in its mode {@code max}: a score counts
 * as better when it is above the best by a ten-thousandth of that.
 *
 * @param plateauFactor what plateaus made of the rates
 * @param plateauBest the best score the plateau rule has seen
 * @param flat measurements since then, or since the rates last fell
 * @param best the best score of all, below 0 before the first
 * @param bestEpoch the epoch it was measured after, 0 before the first
 * @param sinceBest measurements since then
 */
public record Schedule(
    double plateauFactor, double plateauBest, int flat, double best, int bestEpoch, int sinceBest) {
  private static final double BETTER_BY = 1e-4;

  /** Before the first epoch. */
  static final Schedule START = new Schedule(1, -1, 0, -1, 0, 0);

  /** What the rates are multiplied with in an epoch, counted from 1 with the warm-up. */
  double rateFactor(TrainingPlan plan, int epoch) {
    int mainEpoch = epoch - plan.warmUpEpochs();
    if (mainEpoch < 1) {
      return 1;
    }
    return plan.validation().mode() == Mode.TRAIN
        ? plateauFactor
        : plan.optimiser().rateFactor(mainEpoch);
  }

  /** After a score was measured; the plateau rule does not look at the warm-up. */
  Schedule measured(TrainingPlan plan, int epoch, double score) {
    Schedule next = epoch > plan.warmUpEpochs() ? afterPlateauRule(plan.validation(), score) : this;
    boolean better = score > best;
    return new Schedule(
        next.plateauFactor,
        next.plateauBest,
        next.flat,
        better ? score : best,
        better ? epoch : bestEpoch,
        better ? 0 : sinceBest + 1);
  }

  private Schedule afterPlateauRule(ValidationPlan rule, double score) {
    if (plateauBest < 0 || score > plateauBest * (1 + BETTER_BY)) {
      return new Schedule(plateauFactor, score, 0, best, bestEpoch, sinceBest);
    }
    boolean falls = flat + 1 > rule.plateauPatience();
    double factor = falls ? plateauFactor * rule.plateauFactor() : plateauFactor;
    return new Schedule(factor, plateauBest, falls ? 0 : flat + 1, best, bestEpoch, sinceBest);
  }

  /** Whether the run is to end early. */
  boolean endsEarly(TrainingPlan plan) {
    int patience = plan.validation().stopAfter();
    return patience > 0 && sinceBest >= patience;
  }
}
