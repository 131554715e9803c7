package eifexplorer.ui.review;

import eifexplorer.review.Reason;
import eifexplorer.ui.kit.Texts;

/** A reason's value as every screen writes numbers, see {@link Texts}. */
final class ReasonText {
  /** From here on a value is no coefficient, and two decimals are false precision. */
  private static final double LARGE = 10;

  private ReasonText() {}

  /** {@code −0.31}, {@code 6,562}, {@code 4.10×10⁻⁵}, or the detector's words. */
  static String of(Reason reason) {
    String text = reason.text();
    if (!text.matches("[+-]?\\d+\\.\\d+")) {
      return Texts.said(text.replace('-', '\u2212'));
    }
    double value = reason.value();
    boolean lost = value != 0 && text.chars().noneMatch(c -> c >= '1' && c <= '9');
    if (Math.abs(value) < LARGE && !lost) {
      return Texts.decimal(text.replace('-', '\u2212'));
    }
    return text.startsWith("+")
        ? Texts.signed(value)
        : (value < 0 ? "\u2212" : "") + Texts.size(value);
  }
}
