package eifexplorer.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How numbers that are compared with each other are written: one power of ten and one number of decimals for all, so that
 * the largest has three digits that count. Without a power from 0.001 up to a million: {@code 0.0584}, {@code 41.5}, {@code
 * 86,700}; otherwise {@code 4.21} with the unit {@code ×10⁻⁶}. Immutable.
 */
public final class NumberScale {
  private static final int DIGITS = 3;
  private static final int SMALLEST_PLAIN = -3;
  private static final int LARGEST_PLAIN = 5;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final int exponent;
  private final int decimals;

  private NumberScale(int exponent, int decimals) {
    this.exponent = exponent;
    this.decimals = decimals;
  }

  /** The scale for numbers of at most this size; the sign does not count, and NaN and infinity count as 0. */
  public static NumberScale upTo(double largest) {
    if (largest == 0 || Double.isNaN(largest) || Double.isInfinite(largest)) {
      return new NumberScale(0, DIGITS - 1);
    }
    BigDecimal rounded = BigDecimal.valueOf(Math.abs(largest)).round(new MathContext(DIGITS));
    int magnitude = rounded.precision() - rounded.scale() - 1;
    return magnitude >= SMALLEST_PLAIN && magnitude <= LARGEST_PLAIN
        ? new NumberScale(0, Math.max(0, DIGITS - 1 - magnitude))
        : new NumberScale(magnitude, DIGITS - 1);
  }

  /** The power of ten that numbers are divided by before they are written; 0 for none. */
  public int exponent() {
    return exponent;
  }

  /** That power as it stands behind a number: {@code ×10⁻⁶}; empty if there is none. */
  public String unit() {
    return exponent == 0 ? "" : "×10" + superscript(exponent);
  }

  /** A number without sign and unit: {@code 0.0584}. */
  public String size(double value) {
    double shown = Math.abs(value) / Math.pow(10, exponent);
    return String.format(Locale.ENGLISH, "%,." + decimals + "f", shown);
  }

  /** A number with its sign, a true minus, and without unit: {@code +0.0584}, {@code −0.0433}; zero has none. */
  public String signed(double value) {
    return (value == 0 ? "" : value < 0 ? "\u2212" : "+") + size(value);
  }

  /** A mean's size with its spread, and the unit behind both: {@code 0.110 ± 0.010}, {@code (4.21 ± 0.30)×10⁻⁶}. */
  public String spread(double mean, double deviation) {
    return joined(size(mean), deviation);
  }

  /** The same with the mean's sign: {@code +0.003 ± 0.012}. */
  public String signedSpread(double mean, double deviation) {
    return joined(signed(mean), deviation);
  }

  /**
   * Parts rounded so that, as they are written, they add up to their sum as it is written: what is lost by rounding goes to
   * those that lost most (largest remainder).
   */
  public double[] addingUp(double sum, double... parts) {
    double unit = Math.pow(10, exponent - decimals);
    double[] whole = DoubleStream.of(parts).map(part -> Math.floor(part / unit)).toArray();
    long missing = Math.round(sum / unit) - Math.round(DoubleStream.of(whole).sum());
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> whole[i] - parts[i] / unit))
        .limit(Math.max(0, missing))
        .forEach(i -> whole[i]++);
    return DoubleStream.of(whole).map(count -> count * unit).toArray();
  }

  private String joined(String mean, double deviation) {
    String both = mean + " ± " + size(deviation);
    return exponent == 0 ? both : "(" + both + ")" + unit();
  }

  private static String superscript(int number) {
    StringBuilder text = new StringBuilder(number < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(number)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
