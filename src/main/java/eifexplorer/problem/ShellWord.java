package eifexplorer.problem;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writes values into commands that are proposed, so that they can be copied into a shell as they are. */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:@%+=,~\\\\-]+");
  private static final Pattern SPOILT_BY_DOUBLE = Pattern.compile("[\"$`!]");
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private ShellWord() {}

  /** A value such as a path: itself, or in quotes where a shell would take it apart. */
  public static String of(Object value) {
    return quoted(value.toString(), WINDOWS);
  }

  static String quoted(String text, boolean windows) {
    if (PLAIN.matcher(text).matches() && (windows || text.indexOf('\\') < 0)) {
      return text;
    }
    boolean safe = !SPOILT_BY_DOUBLE.matcher(text).find() && text.indexOf('\\') < 0;
    return windows || safe ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
  }
}
