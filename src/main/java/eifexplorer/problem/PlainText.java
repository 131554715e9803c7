package eifexplorer.problem;

import java.util.function.IntPredicate;

/** Text that may come from anybody's file, made fit to be shown on a line: in a message, a table or a terminal. */
public final class PlainText {
  private static final String GAP = " … ";
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private PlainText() {}

  /**
   * The text with everything that is not seen but does something written as {@code \u001b}: control characters, which move
   * a terminal's cursor and change its colours, line ends, characters that turn the direction of writing, halves of
   * characters. What joins letters stays.
   */
  public static String of(String text) {
    return written(text, PlainText::acts);
  }

  /** {@link #of} for a text of several lines: line ends and tabs stay. */
  public static String lines(String text) {
    return written(text, character -> acts(character) && character != '\n' && character != '\t');
  }

  private static String written(String text, IntPredicate acts) {
    if (text.codePoints().noneMatch(acts)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            character -> {
              if (acts.test(character)) {
                for (char unit : Character.toChars(character)) {
                  plain.append("\\u").append(hex(unit));
                }
              } else {
                plain.appendCodePoint(character);
              }
            });
    return plain.toString();
  }

  /**
   * {@link #of} with its middle left out if it is longer than {@code longest} characters; its beginning and end tell most.
   *
   * @param longest at least 20
   */
  public static String of(String text, int longest) {
    // A text of a hundred megabytes is not gone through for the little that is shown of it.
    String plain = of(text.length() > 2 * longest ? cut(text, longest) : text);
    return plain.length() > longest ? cut(plain, longest) : plain;
  }

  private static String cut(String text, int longest) {
    int end = (longest - GAP.length()) / 4;
    int start = longest - GAP.length() - end;
    // Never between the halves of a character.
    start -= Character.isHighSurrogate(text.charAt(start - 1)) ? 1 : 0;
    end -= Character.isLowSurrogate(text.charAt(text.length() - end)) ? 1 : 0;
    return text.substring(0, start) + GAP + text.substring(text.length() - end);
  }

  private static boolean acts(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> character != ZERO_WIDTH_JOINER && character != ZERO_WIDTH_NON_JOINER;
      default -> false;
    };
  }

  private static String hex(int character) {
    String digits = Integer.toHexString(character);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
