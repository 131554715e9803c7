package eifexplorer.ui.explore.strips;

import eifexplorer.math.NumberScale;
import eifexplorer.ui.kit.Texts;
import java.util.Locale;

/**
 * How the scores of one query are written and drawn: one power of ten, one number of decimals, one length of bar for all,
 * so that two tiles can be compared by eye. Immutable.
 */
public final class ScoreScale {
  private static final double[] STEPS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

  private final NumberScale numbers;
  private final double top;

  private ScoreScale(NumberScale numbers, double top) {
    this.numbers = numbers;
    this.top = top;
  }

  /** The scale for scores of at most this size, 0 or more. */
  public static ScoreScale upTo(double largest) {
    if (largest == 0) {
      return new ScoreScale(NumberScale.upTo(0), 1);
    }
    double power = Math.pow(10, Math.floor(Math.log10(largest)));
    return new ScoreScale(NumberScale.upTo(largest), stepAbove(largest / power) * power);
  }

  private static double stepAbove(double mantissa) {
    for (double step : STEPS) {
      if (step >= mantissa * (1 - 1e-9)) {
        return step;
      }
    }
    return 10;
  }

  /** A score with its sign, in the scale's power of ten: {@code +0.0584}, {@code −0.0433}; one too small for it has zeros. */
  public String signed(double score) {
    return Texts.decimal(numbers.signed(score));
  }

  /** A score with its sign and power of ten, its own if it is too small for the scale's: {@code +0.37×10⁻⁵}. */
  public String full(double score) {
    boolean tooSmall =
        score != 0 && numbers.size(score).chars().noneMatch(c -> c > '0' && c <= '9');
    return tooSmall ? Texts.signed(score) : Texts.decimal(numbers.signed(score)) + numbers.unit();
  }

  /** The length of a score's bar, 0..1. */
  public double share(double score) {
    return Math.min(1, Math.abs(score) / top);
  }

  /** The power of ten that scores are written in, such as {@code ×10⁻⁶}; empty if there is none. */
  public String unit() {
    return numbers.unit();
  }

  /** What scores are written in, in words: {@code scores ×10⁻⁶}; empty if as they are. */
  public String unitText() {
    return unit().isEmpty() ? "" : Texts.of("scores {0}", unit());
  }

  /** The range of the bars, such as {@code bars 0 – 0.06 in both strips}. */
  public String text() {
    String end = trimmed(top / Math.pow(10, numbers.exponent()));
    return unit().isEmpty()
        ? Texts.of("bars 0 – {0} in both strips", end)
        : Texts.of("scores {0} · bars 0 – {1} in both strips", unit(), end);
  }

  private static String trimmed(double value) {
    String digits = String.format(Locale.ENGLISH, "%.5f", value);
    return Texts.decimal(digits.replaceFirst("\\.?0+$", ""));
  }
}
