package eifexplorer.ui.kit;

import java.time.Duration;
import java.util.Locale;

/** Numbers in the window's words. */
public final class Texts {
  private Texts() {}

  /** A whole number with thousands set apart: {@code 1,487}. */
  public static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A number of things: {@code 1 pair}, {@code 1,487 pairs}. */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** A distance with three digits: {@code 0.148}. */
  public static String distance(double distance) {
    return String.format(Locale.ENGLISH, "%.3f", distance);
  }

  /** A share of one in per cent: {@code 68.5 %}. */
  public static String percent(double share) {
    return String.format(Locale.ENGLISH, "%.1f %%", share * 100);
  }

  /** A number with three digits that count and its sign, with a true minus: {@code +0.312}, {@code −4.1e-06}. */
  public static String signed(double value) {
    double size = Math.abs(value);
    String digits =
        size != 0 && (size < 1e-3 || size >= 1e4)
            ? String.format(Locale.ENGLISH, "%.1e", size)
            : String.format(Locale.ENGLISH, "%.3f", size);
    return (value < 0 ? "\u2212" : "+") + digits;
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

  /** A long name with its last word cut to the initial: {@code Red-winged B.}; one word stays as it is. */
  public static String initialOfLastWord(String name) {
    int space = name.lastIndexOf(' ');
    if (space < 1 || space + 2 >= name.length()) {
      return name;
    }
    return name.substring(0, space + 2) + ".";
  }
}
