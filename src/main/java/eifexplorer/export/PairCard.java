package eifexplorer.export;

import eifexplorer.math.NumberScale;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pair of test images with the training images that harm and help it, as a card to be handed on.
 *
 * @param pair its photographs
 * @param distance squared, of the unit embeddings, 0..4
 * @param explains what the strips explain, where that is more than the pair; may be empty
 * @param harmful the most harmful training images, the strongest first
 * @param helpful the most helpful ones
 * @param verdict sentences; may be empty
 * @param estimator with its settings, for people
 * @param worth how well its scores predict retraining, or that this was not measured, a sentence
 * @param origin the estimator as it is typed, and its worth in numbers
 * @param note what was noted on the pair; may be empty
 * @param facts what it was made from, by name
 * @param again what shows the view again; empty where nothing can
 */
public record PairCard(
    List<Photo> pair,
    double distance,
    String explains,
    Strip harmful,
    Strip helpful,
    List<String> verdict,
    String estimator,
    String worth,
    ScoreOrigin origin,
    String note,
    Map<String, String> facts,
    Optional<Again> again) {
  /** Copies lists and map. */
  public PairCard {
    pair = List.copyOf(pair);
    verdict = List.copyOf(verdict);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /**
   * A photograph.
   *
   * @param jpeg a JPEG file's bytes; empty if it can't be shown
   * @param className its class, for people
   * @param path in the data set; may be empty
   * @param index test or training index
   * @param score its influence; 0 for a photograph of the pair
   */
  public record Photo(
      Optional<byte[]> jpeg, String className, String path, int index, double score) {}

  /**
   * Training images of one sign.
   *
   * @param photos the strongest
   * @param all how many there are
   */
  public record Strip(List<Photo> photos, int all) {
    /** Copies the list. */
    public Strip {
      photos = List.copyOf(photos);
    }
  }

  /**
   * What shows the view again.
   *
   * @param command to be typed
   * @param link to be followed
   */
  public record Again(String command, String link) {}

  /** The same with what is said of it in another language. */
  public PairCard in(PageLanguage language) {
    Map<String, String> named = new LinkedHashMap<>();
    facts.forEach((name, value) -> named.put(language.of(name), value));
    return new PairCard(
        pair,
        distance,
        language.of(explains),
        harmful,
        helpful,
        verdict.stream().map(language.words()).toList(),
        language.of(estimator),
        language.of(worth),
        origin,
        note,
        named,
        again);
  }

  /** Both classes: {@code Fish Crow taken for American Crow}. */
  public String title() {
    String first = pair.get(0).className();
    String second = pair.get(1).className();
    return first.equals(second) ? first + " beside " + second : first + " taken for " + second;
  }

  /** Which pair, and how far apart: {@code test 12 and 407 · distance 0.0312}. */
  String place() {
    return String.format(
        Locale.ROOT,
        "test %d and %d · distance %.4f",
        pair.get(0).index(),
        pair.get(1).index(),
        distance);
  }

  /** How the scores are written: the same for all, so that they can be compared. */
  NumberScale scores() {
    return NumberScale.upTo(
        Stream.of(harmful, helpful)
            .flatMap(strip -> strip.photos().stream())
            .mapToDouble(photo -> Math.abs(photo.score()))
            .max()
            .orElse(0));
  }

  /** What stands beside a strip's name: {@code 1,234 in all · scores ×10⁻⁴}. */
  String remark(Strip strip) {
    String unit = scores().unit();
    return String.format(
        Locale.ROOT, "%,d in all%s", strip.all(), unit.isEmpty() ? "" : " · scores " + unit);
  }

  /**
   * Writes cards: one as {@code .html} or {@code .png}, several as one {@code .html} page.
   *
   * @param title of a page of several
   * @param language they are written in
   * @throws ProblemException for another ending, or if it can't be written
   */
  public static void write(Path file, List<PairCard> cards, String title, PageLanguage language) {
    OutputFormat format = OutputFormat.of(file, OutputFormat.HTML, OutputFormat.PNG);
    if (format == OutputFormat.HTML) {
      AtomicFiles.writeText(file, PairCardPage.of(cards, title, language));
    } else if (cards.size() > 1) {
      throw ProblemException.inFile(
          file, "A picture shows one pair, not " + cards.size(), "Give a name ending in .html.");
    } else {
      byte[] png = PairCardFigure.of(cards.get(0), language).png(2);
      AtomicFiles.write(file, out -> out.write(png));
    }
  }
}
