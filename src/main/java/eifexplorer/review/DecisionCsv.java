package eifexplorer.review;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.format.ImagesBelow;
import eifexplorer.dataset.format.LooseCsv;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.DecisionRows.Row;
import eifexplorer.review.journal.JournalEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads decisions and notes from a CSV file with the columns {@code path} and {@code new} or {@code note}, and if wished
 * {@code old}, {@code reason}, {@code annotator}, {@code time}, {@code method}, {@code also} and {@code proposed}, as exports
 * have them; and from an export of every decision, with {@code kind} and {@code after}. An empty {@code new} leaves the image
 * out; the label it has already keeps it; an empty {@code note} says nothing.
 */
public final class DecisionCsv {
  private static final String NOTE = "note";

  private DecisionCsv() {}

  /**
   * Reads and checks a file; nothing is decided yet.
   *
   * @param annotator whose decisions they are where the file does not say
   * @param remark as in {@link DecisionRows#check}
   * @throws ProblemException naming the lines with unknown images or classes, if there are any
   */
  public static List<JournalEntry> read(
      Path file, ImageDataset dataset, ReviewDesk desk, String annotator, Consumer<String> remark) {
    return DecisionRows.check(
        file, rows(file, dataset, desk.originals().keySet()), dataset, desk, annotator, remark);
  }

  private static List<Row> rows(Path file, ImageDataset dataset, Set<String> known) {
    LooseCsv csv = LooseCsv.read(file);
    Set<String> columns = csv.columns();
    boolean says = Stream.of("new", "after", NOTE).anyMatch(columns::contains);
    csv.require(
        says ? Set.of("path") : Set.of("path", "new"),
        "The first line should name path and new or note, and may name old, reason, annotator and"
            + " time.");
    Path list = file.toAbsolutePath().normalize();
    Path folder = dataset.root().orElse(list.resolveSibling("")).toAbsolutePath().normalize();
    ImagesBelow images = new ImagesBelow(folder);
    return csv.lines().stream()
        .map(line -> row(line, columns, image(line.value("path"), known, images, list)))
        .toList();
  }

  private static String image(String path, Set<String> known, ImagesBelow images, Path list) {
    return known.contains(path) ? path : images.find(path, list).orElse(path);
  }

  private static Row row(LooseCsv.Line line, Set<String> columns, String path) {
    boolean decides = columns.contains("new") || columns.contains("after");
    String kind = decides ? line.value("kind").toLowerCase(Locale.ROOT) : NOTE;
    return new Row(
        "line " + line.number(),
        path,
        line.value(columns.contains("new") ? "new" : "after"),
        line.value("annotator"),
        line.value("time"),
        kind.equals("resolve"),
        line.value("reason"),
        line.value("method"),
        line.value("also"),
        line.value("proposed"),
        kind,
        line.value(NOTE),
        line.value("old"));
  }
}
