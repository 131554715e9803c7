package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.Parameter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text of the window has a line in both bundles, and every line is used. */
class TextsBundleTest {
  private static final Path BUNDLES = Path.of("src/main/resources/eifexplorer/ui");
  private static final Pattern PLACES = Pattern.compile("\\{\\d}|%[sd]");
  private static final List<String> SAYING =
      List.of(
          "app",
          "dataset/demo",
          "experiment",
          "influence",
          "project",
          "projection",
          "retrain",
          "review",
          "session",
          "training");

  /** Parameters whose choices are called the same in every language. */
  private static final Set<String> METHODS = Set.of("estimators", "losses");

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
    german.forEach(
        (key, text) -> {
          assertEquals(places((String) key), places((String) text), (String) key);
          assertEquals(space((String) key), space((String) text), (String) key);
        });
  }

  private static List<String> places(String text) {
    return PLACES.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static List<Boolean> space(String text) {
    return List.of(text.startsWith(" "), text.endsWith(" "));
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
              "Alle 3 {0}"),
          List.of(
              Texts.count(1487, "pair", "pairs"),
              Texts.count(1, "pair", "pairs"),
              Texts.distance(0.148),
              Texts.percent(0.685),
              Texts.size(4.15),
              Texts.signed(0.312),
              Texts.bytes(12_400_000),
              Texts.of("All {0}", "3 {0}")));
    } finally {
      Texts.use(Locale.ENGLISH);
    }
  }

  @Test
  void aLineForWhatIsSaidElsewhereIsSaidThere() throws IOException {
    Set<String> there = new TreeSet<>();
    for (String folder : SAYING) {
      there.addAll(TextsInSources.below(Path.of("src/main/java/eifexplorer", folder)).literals());
    }
    Set<String> whole = new TreeSet<>(bundle("said_de.properties").stringPropertyNames());
    whole.removeIf(line -> line.contains("{0}"));

    assertEquals(Set.of(), without(whole, there));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No class prevails: the 10 most harmful carry 66 % of all harm; 4 are Sootcap Tit, which in"
            + " all carries 25 % | Keine Klasse überwiegt: Die 10 schädlichsten tragen 66 % allen"
            + " Schadens; 4 sind Sootcap Tit, die insgesamt 25 % trägt",
        "nearest neighbour unchanged: still wrong (rank 2 → 2) | nächster Nachbar unverändert:"
            + " weiter falsch (Rang 2 → 2)",
        "nearest neighbour becomes Fish Crow: fixed in 4 of 5 seeds, by random sets in 1 of 5 |"
            + " nächster Nachbar wird Fish Crow: behoben mit 4 von 5 Seeds, mit Zufallsmengen in 1"
            + " von 5",
        "2.5 of 14 pairs fixed, by random sets 0.4 (mean of 5 seeds); rank 3 → 1 | 2,5 von 14"
            + " Paaren behoben, mit Zufallsmengen 0,4 (Mittel von 5 Seeds); Rang 3 → 1",
        "CPU · 7 threads | CPU · 7 Threads",
        "nobody knows this | nobody knows this",
      })
  void whatAComputationSaysIsKnownByItsForm(String english, String german) {
    try {
      Texts.use(Locale.GERMAN);
      assertEquals(german, Texts.said(english));
    } finally {
      Texts.use(Locale.ENGLISH);
    }
  }

  @Test
  void whatCanBeChosenOfAnExperimentIsGermanButForNamesOfMethods() throws IOException {
    Properties said = bundle("said_de.properties");
    Set<String> unsaid = new TreeSet<>();
    for (Experiment experiment : Composition.registries().experiments()) {
      for (Parameter parameter : experiment.parameters()) {
        unsaid.add(parameter.title());
        unsaid.add(parameter.help());
        if (!METHODS.contains(parameter.name())) {
          unsaid.addAll(parameter.words());
        }
      }
    }

    assertEquals(Set.of(), without(unsaid, said.stringPropertyNames()));
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
