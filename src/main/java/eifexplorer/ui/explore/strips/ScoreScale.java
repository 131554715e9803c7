package eifexplorer.ui.explore.strips;

import java.util.Locale;

/**
 * How the scores of one query are written and drawn: one power of ten, one number of decimals, one length of bar for all,
 * so that two tiles can be compared by eye. Immutable.
 */
public final class ScoreScale {
  private static final double[] STEPS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final int exponent;
  private final int decimals;
  private final double top;

  private ScoreScale(int exponent, int decimals, double top) {
    this.exponent = exponent;
    this.decimals = decimals;
    this.top = top;
  }

  /** The scale for scores of at most this size, 0 or more. */
  public static ScoreScale upTo(double largest) {
    if (largest == 0) {
      return new ScoreScale(0, 2, 1);
    }
    int magnitude = (int) Math.floor(Math.log10(largest));
    double top = stepAbove(largest / Math.pow(10, magnitude)) * Math.pow(10, magnitude);
    boolean plain = magnitude >= -3 && magnitude <= 3;
    return plain
        ? new ScoreScale(0, Math.max(0, 2 - magnitude), top)
        : new ScoreScale(magnitude, 2, top);
  }

  private static double stepAbove(double mantissa) {
    for (double step : STEPS) {
      if (step >= mantissa * (1 - 1e-9)) {
        return step;
      }
    }
    return 10;
  }

  /**
   * A score with its sign, in the scale's power of ten: {@code +0.0584}, {@code −0.0433}; one too small for that with a
   * power of its own: {@code −2e-05}.
   */
  public String signed(double score) {
    double shown = score / Math.pow(10, exponent);
    String digits = String.format(Locale.ENGLISH, "%." + decimals + "f", Math.abs(shown));
    if (score != 0 && Double.parseDouble(digits) == 0) {
      digits = String.format(Locale.ENGLISH, "%.0e", Math.abs(shown));
    }
    return (score < 0 ? "\u2212" : "+") + digits;
  }

  /** The length of a score's bar, 0..1. */
  public double share(double score) {
    return Math.min(1, Math.abs(score) / top);
  }

  /** The power of ten that scores are written in, such as {@code ×10⁻⁶}; empty if there is none. */
  public String unit() {
    return exponent == 0 ? "" : "×10" + superscript(exponent);
  }

  /** What scores are written in, in words: {@code scores ×10⁻⁶}; empty if as they are. */
  public String unitText() {
    return exponent == 0 ? "" : "scores " + unit();
  }

  /** The range of the bars, such as {@code bars 0 – 0.06 in both strips}. */
  public String text() {
    String end = trimmed(top / Math.pow(10, exponent));
    return exponent == 0
        ? "bars 0 – " + end + " in both strips"
        : "scores " + unit() + " · bars 0 – " + end + " in both strips";
  }

  private static String trimmed(double value) {
    String digits = String.format(Locale.ENGLISH, "%.5f", value);
    return digits.replaceFirst("\\.?0+$", "");
  }

  private static String superscript(int number) {
    StringBuilder text = new StringBuilder(number < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(number)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
