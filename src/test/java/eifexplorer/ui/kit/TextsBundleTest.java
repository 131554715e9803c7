package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every text of the window has a line in both bundles, and every line is used. */
class TextsBundleTest {
  private static final Path BUNDLES = Path.of("src/main/resources/eifexplorer/ui");
  private static Properties english;
  private static Properties german;
  private static TextsInSources sources;

  @BeforeAll
  static void read() throws IOException {
    english = bundle("texts_en.properties");
    german = bundle("texts_de.properties");
    sources = TextsInSources.below(Path.of("src/main/java/eifexplorer/ui"));
  }

  private static Properties bundle(String file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
      texts.load(reader);
    }
    return texts;
  }

  private static Set<String> without(Set<String> all, Set<String> those) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(those);
    return rest;
  }

  @Test
  void everyTextOfTheSourcesIsInBothBundles() {
    assertEquals(Set.of(), without(sources.keys(), english.stringPropertyNames()), "English lacks");
    assertEquals(Set.of(), without(sources.keys(), german.stringPropertyNames()), "German lacks");
  }

  @Test
  void noLineIsUnused() {
    assertEquals(Set.of(), without(english.stringPropertyNames(), sources.literals()), "English");
    assertEquals(Set.of(), without(german.stringPropertyNames(), sources.literals()), "German");
  }

  @Test
  void theEnglishTextIsItsOwnKey() {
    english.forEach((key, text) -> assertEquals(key, text));
  }

  @Test
  void aTranslationHasTheSamePlacesAndSpaceAroundIt() {
    BundleForms.assertSame(german);
  }

  @Test
  void germanIsSetAsGermanIs() {
    List<String> wrong =
        Stream.of(german.values().toArray())
            .map(String.class::cast)
            .filter(text -> text.matches("(?s).*(\\d%|[\"“][^“]*”|\\p{L}\\.\\.\\.).*"))
            .toList();

    assertEquals(List.of(), wrong);
  }

  @Test
  void whatIsShownComesFromTheBundles() {
    assertEquals(Set.of(), sources.bare());
    assertTrue(sources.keys().size() > 1000);
  }

  @Test
  void germanWordsAndNumbers() {
    try {
      Texts.use(Locale.GERMANY);
      assertEquals(
          List.of(
              "1.487 Paare",
              "1 Paar",
              "0,148",
              "68,5 %",
              "4,15",
              "+0,312",
              "12,4 MB",
              "12. Nov. 2026",
              "Alle 3 {0}"),
          List.of(
              Texts.count(1487, "pair", "pairs"),
              Texts.count(1, "pair", "pairs"),
              Texts.distance(0.148),
              Texts.percent(0.685),
              Texts.size(4.15),
              Texts.signed(0.312),
              Texts.bytes(12_400_000),
              Texts.day("2026-11-12T10:00:00Z"),
              Texts.of("All {0}", "3 {0}")));
    } finally {
      Texts.use(Locale.ENGLISH);
    }
  }

  @Test
  void anotherLanguageIsEnglish() {
    try {
      Texts.use(Locale.FRANCE);
      assertEquals("Settings", Texts.of("Settings"));
    } finally {
      Texts.use(Locale.ENGLISH);
    }
  }
}
