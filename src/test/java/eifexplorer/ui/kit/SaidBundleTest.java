package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.Parameter;
import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.suspect.DetectorInfo;
import eifexplorer.review.suspect.SuspectDetector;
import eifexplorer.review.suspect.SuspectDetectors;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packages below the window say in English has a line in German, problems among them. */
class SaidBundleTest {
  private static final Path GERMAN =
      Path.of("src/main/resources/eifexplorer/ui/said_de.properties");

  /** What has two words or more and is no text for people, or a name in every language. */
  private static final Path UNSAID = Path.of("src/test/resources/eifexplorer/ui/kit/unsaid.lst");

  private static final Pattern WORDS = Pattern.compile("(?s).*\\p{L}{2,}.* .*\\p{L}{2,}.*");

  /** A word beside a place. */
  private static final Pattern WORD =
      Pattern.compile(".*(?:^|[ (])\\p{L}\\p{Ll}{2,}(?:[ ,:;)]|$).*");

  private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

  /** Parameters whose choices are called the same in every language. */
  private static final Set<String> METHODS = Set.of("estimators", "losses");

  private static Set<String> forms;
  private static Properties german;

  @BeforeAll
  static void read() throws IOException {
    forms = SaidInSources.below(Path.of("src/main/java/eifexplorer"), "ui", "cli", "Launcher.java");
    german = new Properties();
    try (Reader reader = Files.newBufferedReader(GERMAN)) {
      german.load(reader);
    }
  }

  @BeforeEach
  void inGerman() {
    Texts.use(Locale.GERMAN);
  }

  @AfterEach
  void inEnglish() {
    Texts.use(Locale.ENGLISH);
  }

  private static Set<String> without(Set<String> all, Set<String> those) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(those);
    return rest;
  }

  /** Two words, or one beside a place; pages, scripts and patterns are none. */
  private static boolean isText(String form) {
    boolean words =
        WORDS.matcher(form).matches() || (form.contains("{0}") && WORD.matcher(form).matches());
    return words && !form.contains("\n") && !form.startsWith("<") && !form.contains("><");
  }

  @Test
  void whatIsSaidHasALine() throws IOException {
    Set<String> unsaid = new TreeSet<>(Files.readAllLines(UNSAID));
    Set<String> texts = new TreeSet<>(forms);
    texts.removeIf(form -> !isText(form));

    assertTrue(texts.size() > 1000);
    assertEquals(Set.of(), without(unsaid, texts), "No longer there");
    assertEquals(
        Set.of(), without(without(texts, unsaid), german.stringPropertyNames()), "German lacks");
  }

  /** A line without places word for word; of others, which may be put together of several, each word. */
  @Test
  void noLineIsUnused() {
    String all = String.join("\n", forms);
    Set<String> words = new HashSet<>(List.of(NO_LETTERS.split(all, -1)));
    Set<String> nowhere = new TreeSet<>();
    for (String line : german.stringPropertyNames()) {
      boolean said =
          line.contains("{0}")
              ? Stream.of(NO_LETTERS.split(line, -1)).allMatch(words::contains)
              : all.contains(line);
      if (!said) {
        nowhere.add(line);
      }
    }

    assertEquals(Set.of(), nowhere);
  }

  @Test
  void aTranslationHasTheSamePlacesAndSpaceAroundIt() {
    BundleForms.assertSame(german);
  }

  @Test
  void estimatorsAndDetectorsAreNamedAndExplained() {
    Set<String> said = new TreeSet<>();
    for (EstimatorFactory estimator : Composition.registries().estimators().all()) {
      said.add(estimator.title());
      estimator.options().stream().map(EstimatorOption::meaning).forEach(said::add);
    }
    for (SuspectDetector detector : SuspectDetectors.all()) {
      DetectorInfo info = detector.info();
      said.addAll(List.of(info.title(), info.chip(), info.measures()));
    }
    said.removeAll(Set.of("TracIn", "TRAK", "EIF"));

    said.removeIf(english -> !Texts.said(english).equals(english));
    assertEquals(Set.of(), said);
  }

  @Test
  void whatCanBeChosenOfAnExperimentIsGermanButForNamesOfMethods() {
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

    assertEquals(Set.of(), without(unsaid, german.stringPropertyNames()));
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
        "768 harmful images left out: d 0.46 → 0.55, nearest neighbour unchanged: still wrong"
            + " (rank 4 → 4); not told from chance | 768 schädliche Bilder weggelassen:"
            + " d 0,46 → 0,55, nächster Nachbar unverändert: weiter falsch (Rang 4 → 4); nicht von"
            + " Zufall zu unterscheiden",
        "1 harmful image left out: d 0.46 → 0.55, nearest neighbour becomes Fish Crow: fixed in 4"
            + " of 5 seeds, by random sets in 1 of 5 | 1 schädliches Bild weggelassen: d 0,46 →"
            + " 0,55, nächster Nachbar wird Fish Crow: behoben mit 4 von 5 Seeds, mit Zufallsmengen"
            + " in 1 von 5",
        "768 harmful images left out: mean d 0.46 → 0.55, 2.5 of 14 pairs fixed, by random sets 0.4"
            + " (mean of 5 seeds); rank 3 → 1; not told from chance | 768 schädliche Bilder"
            + " weggelassen: mittleres d 0,46 → 0,55, 2,5 von 14 Paaren behoben, mit Zufallsmengen"
            + " 0,4 (Mittel von 5 Seeds); Rang 3 → 1; nicht von Zufall zu unterscheiden",
        "+1.14 | +1,14",
        "\u22120.18 | \u22120,18",
        "CPU · 7 threads | CPU · 7 Threads",
        "The usual is taken. Allowed: 100 to 200, or 0 for the usual. Allowed: 1 to 5. | Das"
            + " Übliche gilt. Erlaubt: 100 bis 200, oder 0 für das Übliche. Erlaubt: 1 bis 5.",
        "There are no features and labels in this CSV table | Keine Merkmale und Labels sind darin:"
            + " CSV-Tabelle",
        "Open a .npz archive, a folder of .npy files, a .safetensors file, a dictionary or tuple of"
            + " tensors from torch.save, or a CSV table with a column of labels. | Zu öffnen ist"
            + " ein .npz-Archiv, ein Ordner mit .npy-Dateien, eine .safetensors-Datei, ein"
            + " Wörterbuch oder Tupel von Tensoren aus torch.save, oder eine CSV-Tabelle mit einer"
            + " Spalte von Labels.",
        "right taken for other | right für other gehalten",
        "nobody knows this | nobody knows this",
      })
  void whatAComputationSaysIsKnownByItsForm(String english, String inGerman) {
    assertEquals(inGerman, Texts.said(english));
  }

  @Test
  void aProblemIsToldWholeInGermanWithItsNamesAsTheyAre() {
    assertEquals(
        "Das Feld dataset fehlt: /home/the file can't be read/a, Zeile 3. Prüfen Sie die Rechte.",
        Texts.problem(
            ProblemException.atLine(
                Path.of("/home/the file can't be read/a"),
                3,
                "The field dataset is missing",
                "Check its permissions.")));
  }

  @Test
  void aWrongValueIsToldWithWhatIsAllowed() {
    assertEquals(
        "Lernrate ist -1. Erlaubt: eine Zahl über 0.",
        Texts.problem(ProblemException.badValue("learning rate", -1, "a number above 0")));
    assertEquals(
        "Schätzer ist x. Erlaubt: eif, trak.",
        Texts.problem(ProblemException.badValue("estimator", "x", "eif, trak")));
  }
}
