package eifexplorer.ui.explore.whatif;

import eifexplorer.retrain.HeadComparison.Spread;
import eifexplorer.retrain.ReweightOutcome;
import eifexplorer.retrain.ReweightOutcome.PairChange;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.ui.kit.NumberScale;
import eifexplorer.ui.kit.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a change of training images did to a query's distance, and what the same change of images drawn at random did.
 *
 * @param question what was asked
 * @param request the change
 * @param trials one a seed
 * @param controls one a seed, of images drawn anew each time
 */
public record WhatIfResult(
    WhatIfQuestion question,
    ReweightRequest request,
    List<ReweightOutcome> trials,
    List<ReweightOutcome> controls) {
  /** Copies the lists. */
  public WhatIfResult {
    trials = List.copyOf(trials);
    controls = List.copyOf(controls);
  }

  /** Whether the change is told from chance. */
  public enum Verdict {
    /** Every trial moved the pairs further, in the same direction, than any random set did. */
    MORE_THAN_CHANCE("more than chance"),
    /** Some random set did as much. */
    NOT_TOLD_FROM_CHANCE("not told from chance"),
    /** One seed says nothing of the spread. */
    TOO_FEW_SEEDS("one seed tells nothing about chance");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  /** A trial's change of the mean distance over its pairs. */
  public static double change(ReweightOutcome outcome) {
    return outcome.pairs().stream().mapToDouble(PairChange::change).average().orElse(0);
  }

  /** Mean distance before, 0..4. */
  public double distanceBefore() {
    return trials.get(0).pairs().stream().mapToDouble(PairChange::before).average().orElse(0);
  }

  /** Mean distance after a trial, 0..4. */
  public double distanceAfter(int trial) {
    return distanceBefore() + changes()[trial];
  }

  /** Changes of the trials, one a seed. */
  public double[] changes() {
    return trials.stream().mapToDouble(WhatIfResult::change).toArray();
  }

  /** Changes of the controls, one a seed. */
  public double[] controlChanges() {
    return controls.stream().mapToDouble(WhatIfResult::change).toArray();
  }

  /** Whether random sets do as much. */
  public Verdict verdict() {
    if (trials.size() < 2) {
      return Verdict.TOO_FEW_SEEDS;
    }
    double direction = Math.signum(Spread.of(changes()).mean());
    double least = Arrays.stream(changes()).map(c -> c * direction).min().orElse(0);
    double most = Arrays.stream(controlChanges()).map(c -> c * direction).max().orElse(0);
    return least > Math.max(0, most) ? Verdict.MORE_THAN_CHANCE : Verdict.NOT_TOLD_FROM_CHANCE;
  }

  /** The place of the trial whose change is in the middle. */
  public int median() {
    double[] changes = changes();
    return IntStream.range(0, changes.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> changes[i]))
        .toList()
        .get(changes.length / 2);
  }

  /** All of it, such as {@code Pushed apart by 0.105 ± 0.012 in 5 of 5 seeds; random sets: +0.001 ± 0.008.}. */
  public String sentence() {
    double[] changes = changes();
    Spread change = Spread.of(changes);
    Spread control = Spread.of(controlChanges());
    NumberScale scale = scale();
    double direction = Math.signum(change.mean());
    long same = Arrays.stream(changes).filter(c -> Math.signum(c) == direction).count();
    return (direction >= 0 ? "Pushed apart by " : "Pulled together by ")
        + (seeds() < 2
            ? scale.size(change.mean()) + scale.unit()
            : scale.spread(change.mean(), change.deviation()))
        + " in "
        + same
        + " of "
        + Texts.count(changes.length, "seed", "seeds")
        + "; random sets of the same size: "
        + (seeds() < 2
            ? scale.signed(control.mean()) + scale.unit()
            : scale.signedSpread(control.mean(), control.deviation()))
        + ".";
  }

  /** The rest: {@code Distance 0.148 before. R@1 67.5 % → 67.3 % ± 0.1 %; random sets: 67.4 %}. */
  public String recallText() {
    Spread after = recall(trials);
    return "Distance "
        + Texts.distance(distanceBefore())
        + " before. R@1 "
        + Texts.percent(trials.get(0).recallBefore())
        + " → "
        + Texts.percent(after.mean())
        + (trials.size() < 2 ? "" : " ± " + Texts.percent(after.deviation()))
        + "; random sets: "
        + Texts.percent(recall(controls).mean());
  }

  private static Spread recall(List<ReweightOutcome> outcomes) {
    return Spread.of(outcomes.stream().mapToDouble(ReweightOutcome::recallAfter).toArray());
  }

  private int seeds() {
    return trials.size();
  }

  /** How all changes are written, so that they can be compared. */
  NumberScale scale() {
    return NumberScale.upTo(
        DoubleStream.concat(Arrays.stream(changes()), Arrays.stream(controlChanges()))
            .map(Math::abs)
            .max()
            .orElse(0));
  }
}
