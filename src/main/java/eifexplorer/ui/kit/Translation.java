package eifexplorer.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The window's texts in one language. The English text is the key; {@code texts_en.properties} and {@code
 * texts_de.properties} have a line for each, and a test that reads the sources keeps them complete.
 */
final class Translation {
  /** The texts as they stand in the sources. */
  static final Translation ENGLISH =
      new Translation(Locale.ENGLISH, new Properties(), new Properties());

  private static final String FOLDER = "/eifexplorer/ui/";

  /** A path, which no line is meant for. */
  private static final Pattern PATH = Pattern.compile("^(?:/|\\p{Alpha}:)?[^ /\\\\]*[/\\\\]");

  private static final Pattern DECIMAL = Pattern.compile("[-+\u2212]?\\d+\\.\\d+");

  private static final Pattern SENTENCES = Pattern.compile("(?<=\\.) (?=\\p{Lu})");

  /** Headings of columns, which are told as a whole only: at a place they are somebody's name, such as a class "right". */
  private static final Set<String> HEADINGS =
      Set.of(
          "First",
          "Second",
          "Sets",
          "accuracy",
          "before",
          "deviation",
          "given",
          "how",
          "kind",
          "label",
          "mean",
          "number",
          "of",
          "other",
          "possible",
          "rate",
          "right",
          "share",
          "to",
          "vote",
          "wrong");

  private final Locale locale;
  private final Properties texts;
  private final Properties said;
  private final List<SaidLine> lines;

  private Translation(Locale locale, Properties texts, Properties said) {
    this.locale = locale;
    this.texts = texts;
    this.said = said;
    this.lines = lines(said);
  }

  /** The texts for a language: German for German, else English. */
  static Translation of(Locale wanted) {
    return wanted.getLanguage().equals(Locale.GERMAN.getLanguage())
        ? new Translation(Locale.GERMAN, read("texts_de.properties"), read("said_de.properties"))
        : ENGLISH;
  }

  private static Properties read(String file) {
    Properties texts = new Properties();
    try (InputStream in = Translation.class.getResourceAsStream(FOLDER + file);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("The texts " + file + " can't be read", e);
    }
    return texts;
  }

  /** How numbers and days are written on the screen. */
  Locale locale() {
    return locale;
  }

  /** The text, in English if there is no other. */
  String of(String english) {
    return texts.getProperty(english, english);
  }

  /** The text with values in the places {@code {0}}, {@code {1}}; a value's own braces stay as they are. */
  String of(String english, Object... values) {
    return filled(of(english), values);
  }

  private static String filled(String text, Object... values) {
    if (values.length == 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder(text.length() + 16 * values.length);
    for (int at = 0; at < text.length(); at++) {
      int place = place(text, at, values.length);
      if (place < 0) {
        filled.append(text.charAt(at));
      } else {
        filled.append(values[place]);
        at += 2;
      }
    }
    return filled.toString();
  }

  /**
   * What is said elsewhere in the program, which knows no languages: known as a whole, sentence by sentence, or by a line
   * with places.
   */
  String said(String english) {
    return known(english).orElse(english);
  }

  private Optional<String> known(String english) {
    return Optional.ofNullable(said.getProperty(english))
        .or(() -> byDecimal(english))
        .or(() -> bySentence(english))
        .or(() -> byLine(english));
  }

  /** A number with decimals and nothing else. */
  private Optional<String> byDecimal(String english) {
    return !locale.equals(Locale.ENGLISH) && DECIMAL.matcher(english).matches()
        ? Optional.of(english.replace('.', ','))
        : Optional.empty();
  }

  /** Sentences one after the other, if each is known. */
  private Optional<String> bySentence(String english) {
    String[] sentences = SENTENCES.split(english, -1);
    if (sentences.length == 1) {
      return Optional.empty();
    }
    List<String> told = Stream.of(sentences).map(this::known).flatMap(Optional::stream).toList();
    return told.size() == sentences.length ? Optional.of(String.join(" ", told)) : Optional.empty();
  }

  private Optional<String> byLine(String english) {
    return lines.stream()
        .flatMap(
            line ->
                line.values(english, said::containsKey).stream()
                    .map(values -> filled(line.text(), values.stream().map(this::value).toArray())))
        .findFirst();
  }

  /** What stands at a place is translated too, but for what a file or folder is called; a number is set as numbers are. */
  private String value(String english) {
    if (english.matches("\\d{1,3}(?:,\\d{3})+")) {
      return english.replace(',', '.');
    }
    if (HEADINGS.contains(english)) {
      return english;
    }
    return PATH.matcher(english).find() ? said.getProperty(english, english) : said(english);
  }

  private static List<SaidLine> lines(Properties said) {
    return said.stringPropertyNames().stream()
        .filter(line -> line.contains("{0}"))
        .map(line -> SaidLine.of(line, said.getProperty(line)))
        .sorted(Comparator.comparingInt(SaidLine::told).reversed())
        .toList();
  }

  /** Which value stands here; -1 for none. */
  private static int place(String text, int at, int count) {
    if (text.charAt(at) != '{' || at + 2 >= text.length() || text.charAt(at + 2) != '}') {
      return -1;
    }
    int place = text.charAt(at + 1) - '0';
    return place >= 0 && place < count ? place : -1;
  }
}
