package eifexplorer.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
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
    try {
      return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault())
          .format(Instant.parse(time));
    } catch (DateTimeParseException e) {
      return time;
    }
  }

  /** A number with three digits that count and its sign, with a true minus: {@code +0.312}, {@code −4.1e-06}. */
  public static String signed(double value) {
    return (value < 0 ? "\u2212" : "+") + size(value);
  }

  /** A number's size with three digits that count: {@code 0.312}, {@code 4.1e-06}. */
  public static String size(double value) {
    double size = Math.abs(value);
    return size != 0 && (size < 1e-3 || size >= 1e4)
        ? String.format(Locale.ENGLISH, "%.1e", size)
        : String.format(Locale.ENGLISH, "%.3f", size);
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
