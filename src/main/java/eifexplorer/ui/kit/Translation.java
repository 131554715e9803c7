package eifexplorer.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The window's texts in one language. The English text is the key; {@code texts_en.properties} and {@code
 * texts_de.properties} have a line for each, and a test that reads the sources keeps them complete.
 */
final class Translation {
  /** The texts as they stand in the sources. */
  static final Translation ENGLISH =
      new Translation(Locale.ENGLISH, new Properties(), new Properties());

  private static final String FOLDER = "/eifexplorer/ui/";

  private final Locale locale;
  private final Properties texts;
  private final Properties said;
  private final List<Template> templates;

  private Translation(Locale locale, Properties texts, Properties said) {
    this.locale = locale;
    this.texts = texts;
    this.said = said;
    this.templates = templates(said);
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

  /** What is said elsewhere in the program, which knows no languages: known as a whole, or by a line with places. */
  String said(String english) {
    String whole = said.getProperty(english);
    return whole != null
        ? whole
        : templates.stream()
            .map(template -> template.translate(english))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(english);
  }

  /** A line with places: what stands there is translated too, and a decimal point becomes a comma. */
  private record Template(Pattern english, String text, Translation translation) {
    Optional<String> translate(String said) {
      Matcher matcher = english.matcher(said);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Object[] values =
          IntStream.rangeClosed(1, matcher.groupCount())
              .mapToObj(group -> translation.said(decimal(matcher.group(group))))
              .toArray();
      return Optional.of(filled(text, values));
    }

    private static String decimal(String value) {
      return value.matches("-?\\d+\\.\\d+") ? value.replace('.', ',') : value;
    }
  }

  private List<Template> templates(Properties lines) {
    return lines.stringPropertyNames().stream()
        .filter(line -> line.contains("{0}"))
        .sorted(Comparator.comparing(String::length).reversed())
        .map(line -> new Template(pattern(line), lines.getProperty(line), this))
        .toList();
  }

  private static Pattern pattern(String line) {
    return Pattern.compile(
        Arrays.stream(line.split("\\{\\d}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(.+?)")));
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
