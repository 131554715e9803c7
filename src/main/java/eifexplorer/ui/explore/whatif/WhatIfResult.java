package eifexplorer.ui.explore.whatif;

import eifexplorer.math.NumberScale;
import eifexplorer.retrain.HeadComparison.Spread;
import eifexplorer.retrain.ReweightComparison;
import eifexplorer.retrain.ReweightOutcome;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.retrain.TrialComparison;
import eifexplorer.retrain.TrialEffect;
import eifexplorer.retrain.TrialVerdict;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What a change of training images did to a query's distance, and what the same change of images drawn at random did.
 *
 * @param question what was asked
 * @param request the change
 * @param comparison trials and random sets
 * @param effects what they did
 * @param verdict whether the query is fixed, in words
 */
public record WhatIfResult(
    WhatIfQuestion question,
    ReweightRequest request,
    ReweightComparison comparison,
    TrialComparison effects,
    TrialVerdict verdict) {
  /** A result of these trials on a session. */
  static WhatIfResult of(
      ExplorerSession session,
      WhatIfQuestion question,
      ReweightRequest request,
      ReweightComparison comparison) {
    TrialComparison effects = comparison.effects();
    return new WhatIfResult(
        question,
        request,
        comparison,
        effects,
        TrialVerdict.of(session, question.effect(), effects));
  }

  /** Whether the query is fixed: {@code Nearest neighbour becomes Fish Crow: fixed in 4 of 5 seeds}. */
  public String fixText() {
    String fix = Texts.said(verdict.fix());
    return fix.substring(0, 1).toUpperCase(Locale.ENGLISH) + fix.substring(1);
  }

  /** All of it, such as {@code Pushed apart by 0.105 ± 0.012 in 5 of 5 seeds; random sets: +0.001 ± 0.008.}. */
  public String sentence() {
    double[] changes = effects.changes();
    Spread change = Spread.of(changes);
    Spread control = Spread.of(effects.controlChanges());
    NumberScale scale = scale();
    double direction = Math.signum(change.mean());
    long same = Arrays.stream(changes).filter(c -> Math.signum(c) == direction).count();
    return Texts.of(
        "{0} in {1} of {2}; random sets of the same size: {3}.",
        (direction >= 0 ? Texts.of("Pushed apart by ") : Texts.of("Pulled together by "))
            + (seeds() < 2
                ? Texts.decimal(scale.size(change.mean())) + scale.unit()
                : scale.spread(change.mean(), change.deviation())),
        same,
        Texts.count(changes.length, "seed", "seeds"),
        seeds() < 2
            ? scale.signed(control.mean()) + scale.unit()
            : scale.signedSpread(control.mean(), control.deviation()));
  }

  /** The rest: {@code Distance 0.148 before. R@1 67.5 % → 67.3 % ± 0.1 %; random sets: 67.4 %}. */
  public String recallText() {
    Spread after = effects.recall();
    return Texts.of(
        "Distance {0} before. R@1 {1} → {2}{3}; random sets: {4}",
        Texts.distance(effects.distanceBefore()),
        Texts.percent(effects.trials().get(0).recallBefore()),
        Texts.percent(after.mean()),
        seeds() < 2 ? "" : " ± " + Texts.percent(after.deviation()),
        Texts.percent(effects.controlRecall().mean()));
  }

  /** Whether one pair is asked for. */
  boolean isOfOnePair() {
    return effects.trials().get(0).pairs().size() == 1;
  }

  /** Of one pair the rank of the first right neighbour, {@code 4 → 1}; of several how many a trial fixed. */
  String rightText(int trial) {
    TrialEffect of = effects.trials().get(trial);
    ReweightOutcome.PairChange first = of.pairs().get(0);
    return isOfOnePair()
        ? first.foundBefore().rank() + " → " + first.foundAfter().rank()
        : Texts.count(of.fixed());
  }

  private int seeds() {
    return effects.seeds();
  }

  /** How all changes are written, so that they can be compared. */
  NumberScale scale() {
    return NumberScale.upTo(
        DoubleStream.concat(
                Arrays.stream(effects.changes()), Arrays.stream(effects.controlChanges()))
            .map(Math::abs)
            .max()
            .orElse(0));
  }
}
