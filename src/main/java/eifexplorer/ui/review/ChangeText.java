package eifexplorer.ui.review;

import eifexplorer.math.NumberScale;
import eifexplorer.retrain.HeadComparison.Change;
import eifexplorer.retrain.HeadComparison.Spread;
import eifexplorer.ui.kit.Texts;

/** What was measured before and after, in words: all three numbers on one scale, as they are compared. */
final class ChangeText {
  private ChangeText() {}

  /** Before: {@code 0.148 ± 0.012}. */
  static String before(Change change) {
    return spread(change, change.before());
  }

  /** After: {@code 0.253 ± 0.009}. */
  static String after(Change change) {
    return spread(change, change.after());
  }

  /** The difference: {@code +0.105 ± 0.015}. */
  static String change(Change change) {
    Spread difference = change.difference();
    return scale(change).signedSpread(difference.mean(), difference.deviation());
  }

  private static String spread(Change change, Spread spread) {
    return Texts.decimal(scale(change).spread(spread.mean(), spread.deviation()));
  }

  private static NumberScale scale(Change change) {
    return NumberScale.upTo(
        Math.max(Math.abs(change.before().mean()), Math.abs(change.after().mean())));
  }
}
