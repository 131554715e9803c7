package eifexplorer.ui.kit;

import static java.util.Objects.requireNonNull;

import eifexplorer.export.PageLanguage;
import eifexplorer.math.NumberScale;
import eifexplorer.problem.BadValueException;
import eifexplorer.problem.ProblemException;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The window's words, in the language of this user, and numbers in them, the same on every screen. The language is chosen
 * once, before the first window: {@link #use}. In English:
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
  private static final AtomicReference<Translation> CURRENT =
      new AtomicReference<>(Translation.ENGLISH);

  private Texts() {}

  /** Speaks this language from now on: German for German, else English. What was said already stays. */
  public static void use(Locale language) {
    CURRENT.set(Translation.of(language));
  }

  private static Translation current() {
    return requireNonNull(CURRENT.get());
  }

  private static Locale locale() {
    return current().locale();
  }

  /**
   * A text in the language of this user.
   *
   * @param english the text in English, which has a line in every bundle; {@code {0}} is the first value
   */
  public static String of(String english, Object... values) {
    return current().of(english, values);
  }

  /**
   * What a computation says in English, such as the name of a detector or the verdict on a pair, in the language of this
   * user; as it is if there is no line for it.
   */
  public static String said(String english) {
    return current().said(english);
  }

  /** What went wrong, where and what to do, in the language of this user; names and values out of files as they are. */
  public static String problem(ProblemException problem) {
    String what =
        problem instanceof BadValueException bad
            ? of("{0} is {1}", said(bad.field()), bad.value().isBlank() ? of("empty") : bad.value())
            : said(problem.what());
    return new ProblemException(what, said(problem.where()), said(problem.remedy())).getMessage();
  }

  /** The language of this user, for pages that are written from the window. */
  public static PageLanguage pages() {
    return new PageLanguage(locale().getLanguage(), current()::said);
  }

  /** A number in the language of this user, such as {@code %.1f}; what goes into a file is written otherwise. */
  public static String number(String format, Object value) {
    return String.format(locale(), format, value);
  }

  /** How numbers are written in the language of this user, with as many decimals as they have, up to six. */
  public static NumberFormat numberFormat() {
    NumberFormat format = NumberFormat.getInstance(locale());
    format.setMaximumFractionDigits(6);
    return format;
  }

  /** A title within a sentence: English has it in small letters there, German as it is. */
  public static String within(String title) {
    return locale().equals(Locale.ENGLISH) ? title.toLowerCase(Locale.ENGLISH) : title;
  }

  /** A whole number with thousands set apart: {@code 1,487}. */
  public static String count(long number) {
    return String.format(locale(), "%,d", number);
  }

  /**
   * A place in a list, counted from 1 as people count: {@code 1} for index 0. Images are named by their index, as files and
   * the command line have it.
   */
  public static String place(int index) {
    return count(index + 1L);
  }

  /** A number of things: {@code 1 pair}, {@code 1,487 pairs}. */
  public static String count(long number, String one, String many) {
    return count(number) + " " + of(number == 1 ? one : many);
  }

  /** A distance with three decimals: {@code 0.148}; {@code 0} only if it is none. */
  public static String distance(double distance) {
    return distance == 0 ? "0" : String.format(locale(), "%.3f", distance);
  }

  /** A share of one in per cent: {@code 68.5 %}. */
  public static String percent(double share) {
    return String.format(locale(), "%.1f %%", share * 100);
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
            ? String.format(locale(), "%.0f", size)
            : String.format(locale(), "%.1f", size);
    return digits + " " + units[unit];
  }

  /** The day of an ISO-8601 time: {@code 12 Nov 2026}; the text itself if it is none. */
  public static String day(String time) {
    return formatted(time, of("d MMM uuuu"));
  }

  /** An ISO-8601 time to the minute, where the user is: {@code 12 Nov 2026, 14:05}; the text itself if it is none. */
  public static String moment(String time) {
    return formatted(time, of("d MMM uuuu, HH:mm"));
  }

  private static String formatted(String time, String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern, locale())
          .withZone(ZoneId.systemDefault())
          .format(Instant.parse(time));
    } catch (DateTimeParseException e) {
      return time;
    }
  }

  /** A probability, or a coefficient from -1 to 1, with two decimals and a true minus: {@code 0.61}, {@code −0.12}; what is rounded to zero has none. */
  public static String coefficient(double value) {
    return String.format(locale(), "%.2f", Math.abs(value) < .005 ? 0 : value)
        .replace('-', '\u2212');
  }

  /** A number with three digits that count and its sign: {@code +0.312}, {@code −4.10×10⁻⁶}; zero has none. */
  public static String signed(double value) {
    return (value == 0 ? "" : value < 0 ? "\u2212" : "+") + size(value);
  }

  /** A number with its sign and so many decimals: {@code +0.31}, {@code −0.010}; what is rounded to zero has none. */
  public static String signed(double value, int decimals) {
    String size = String.format(locale(), "%." + decimals + "f", Math.abs(value));
    boolean zero = size.chars().noneMatch(c -> c > '0' && c <= '9');
    return (zero ? "" : value < 0 ? "\u2212" : "+") + size;
  }

  /** A number's size with three digits that count: {@code 0.312}, {@code 4.10×10⁻⁶}, {@code 0}. */
  public static String size(double value) {
    NumberScale scale = NumberScale.upTo(value);
    return value == 0 ? "0" : decimal(scale.size(value)) + scale.unit();
  }

  /** Digits with the decimal sign of this user's language. */
  public static String decimal(String digits) {
    return locale().equals(Locale.ENGLISH) ? digits : digits.replace('.', ',');
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
