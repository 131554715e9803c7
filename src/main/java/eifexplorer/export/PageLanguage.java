package eifexplorer.export;

import java.util.function.UnaryOperator;

/**
 * The language a page for people is written in; files for programs are English.
 *
 * @param tag of its language, such as {@code de}
 * @param words a text in English to the same in this language, and to itself if it is not known
 */
public record PageLanguage(String tag, UnaryOperator<String> words) {
  /** As the program says it itself. */
  public static final PageLanguage ENGLISH = new PageLanguage("en", UnaryOperator.identity());

  /** The text in this language. */
  public String of(String english) {
    return words.apply(english);
  }
}
