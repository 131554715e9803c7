package eifexplorer.ui.kit;

import eifexplorer.math.NumberScale;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Numbers in the window's words, the same on every screen:
 *
 * <ul>
 *   <li>counts with thousands set apart: {@code 1,487};
 *   <li>distances with three decimals: {@code 0.148};
 *   <li>shares in per cent with one: {@code 68.5 %};
 *   <li>probabilities and correlations with two: {@code 0.61}, {@code −0.12};
 *   <li>what was chosen, such as a learning rate, as it is typed: {@code 4e-5};
 *   <li>everything else with three digits that count, and a power of ten as on paper where it is very small or large: {@code
 *       4.15}, {@code 4.10×10⁻⁶};
 *   <li>numbers that are compared with each other, such as scores or a mean and its spread, with one power and as many
 *       decimals: {@link NumberScale}.
 * </ul>
 */
public final class Texts {
  private Texts() {}

  /** A whole number with thousands set apart: {@code 1,487}. */
  public static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A place in a list, counted from 1 as people count: {@code 1} for index 0. */
  public static String place(int index) {
    return count(index + 1L);
  }

  /** A number of things: {@code 1 pair}, {@code 1,487 pairs}. */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** A distance with three decimals: {@code 0.148}; {@code 0} only if it is none. */
  public static String distance(double distance) {
    return distance == 0 ? "0" : String.format(Locale.ENGLISH, "%.3f", distance);
  }

  /** A share of one in per cent: {@code 68.5 %}. */
  public static String percent(double share) {
    return String.format(Locale.ENGLISH, "%.1f %%", share * 100);
  }

  /** A size on disk by its largest unit: {@code 640 B}, {@code 12.4 MB}. */
  public static String bytes(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    double size = bytes;
    int unit = 0;
    while (size >= 999.5 && unit < units.length - 1) {
      size /= 1000;
      unit++;
    }
    String digits =
        unit == 0 || size >= 99.95
            ? String.format(Locale.ENGLISH, "%.0f", size)
            : String.format(Locale.ENGLISH, "%.1f", size);
    return digits + " " + units[unit];
  }

  /** The day of an ISO-8601 time: {@code 12 Nov 2026}; the text itself if it is none. */
  public static String day(String time) {
    return formatted(time, "d MMM uuuu");
  }

  /** An ISO-8601 time to the minute, where the user is: {@code 12 Nov 2026, 14:05}; the text itself if it is none. */
  public static String moment(String time) {
    return formatted(time, "d MMM uuuu, HH:mm");
  }

  private static String formatted(String time, String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
          .withZone(ZoneId.systemDefault())
          .format(Instant.parse(time));
    } catch (DateTimeParseException e) {
      return time;
    }
  }

  /** A probability, or a coefficient from -1 to 1, with two decimals and a true minus: {@code 0.61}, {@code −0.12}. */
  public static String coefficient(double value) {
    return String.format(Locale.ENGLISH, "%.2f", value).replace('-', '\u2212');
  }

  /** A number with three digits that count and its sign: {@code +0.312}, {@code −4.10×10⁻⁶}; zero has none. */
  public static String signed(double value) {
    return (value == 0 ? "" : value < 0 ? "\u2212" : "+") + size(value);
  }

  /** A number's size with three digits that count: {@code 0.312}, {@code 4.10×10⁻⁶}, {@code 0}. */
  public static String size(double value) {
    NumberScale scale = NumberScale.upTo(value);
    return value == 0 ? "0" : scale.size(value) + scale.unit();
  }

  /** A number that was chosen, in its shortest way of typing: {@code 4e-5}, {@code 0.01}, {@code 120}. */
  public static String setting(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value).replace("E", "e").replace(".0e", "e");
  }

  /** A time span by its two largest units: {@code 15 s}, {@code 4 min 52 s}, {@code 2 h 5 min}. */
  public static String span(Duration span) {
    long seconds = Math.max(0, Math.round(span.toMillis() / 1000.0));
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
