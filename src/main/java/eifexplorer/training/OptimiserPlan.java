package eifexplorer.training;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * How {@link Adam} moves the weights.
 *
 * @param backboneRate learning rate of the back bone, at least 0 (authors: 4e-3; 0 in the warm-up)
 * @param headRate learning rate of the last layer, at least 0 (authors: 4e-3)
 * @param proxyRate learning rate of the proxies, at least 0 (authors: 400, with epsilon 1)
 * @param epsilon above 0 (authors: 1)
 * @param weightDecay at least 0 (0)
 * @param clip every gradient but the proxies' is cut to ± this, above 0 (10)
 * @param milestones epochs after which the rates fall, ascending, from 1 on; empty for constant rates
 * @param milestoneFactor what the rates are multiplied with at each milestone, above 0 (0.1)
 */
@RecordBuilder
public record OptimiserPlan(
    double backboneRate,
    double headRate,
    double proxyRate,
    double epsilon,
    double weightDecay,
    double clip,
    List<Integer> milestones,
    double milestoneFactor)
    implements OptimiserPlanBuilder.With {
  /** Checks the ranges. Throws {@link eifexplorer.problem.ProblemException} naming the field. */
  public OptimiserPlan {
    milestones = List.copyOf(milestones);
    Range.atLeastZero("backboneRate", backboneRate);
    Range.atLeastZero("headRate", headRate);
    Range.atLeastZero("proxyRate", proxyRate);
    Range.aboveZero("epsilon", epsilon);
    Range.atLeastZero("weightDecay", weightDecay);
    Range.aboveZero("clip", clip);
    Range.aboveZero("milestoneFactor", milestoneFactor);
    int before = 0;
    for (int milestone : milestones) {
      Range.whole("milestones", milestone, before + 1, Integer.MAX_VALUE);
      before = milestone;
    }
  }

  /** What the rates are multiplied with in an epoch, counted from 1 after the warm-up. */
  public double rateFactor(int epoch) {
    long passed = milestones.stream().filter(milestone -> milestone < epoch).count();
    return Math.pow(milestoneFactor, (double) passed);
  }
}
