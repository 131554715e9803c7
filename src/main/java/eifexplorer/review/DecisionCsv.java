package eifexplorer.review;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.format.ImagesBelow;
import eifexplorer.dataset.format.LooseCsv;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.DecisionRows.Row;
import eifexplorer.review.journal.JournalEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads decisions from a CSV file with the columns {@code path} and {@code new}, and if wished {@code old}, {@code reason},
 * {@code annotator}, {@code time}, {@code method}, {@code also} and {@code proposed}, as exports have them. An empty {@code new} leaves the image out; the label it has
 * already keeps it.
 */
public final class DecisionCsv {
  private DecisionCsv() {}

  /**
   * Reads and checks a file; nothing is decided yet.
   *
   * @param annotator whose decisions they are where the file does not say
   * @throws ProblemException naming the lines with unknown images or classes, if there are any
   */
  public static List<JournalEntry> read(
      Path file, ImageDataset dataset, ReviewDesk desk, String annotator) {
    return DecisionRows.check(
        file, rows(file, dataset, desk.originals().keySet()), dataset, desk, annotator);
  }

  private static List<Row> rows(Path file, ImageDataset dataset, Set<String> known) {
    LooseCsv csv = LooseCsv.read(file);
    csv.require(
        Set.of("path", "new"),
        "The first line should name path and new, and may name old, reason, annotator and time.");
    Path list = file.toAbsolutePath().normalize();
    Path folder = dataset.root().orElse(list.resolveSibling("")).toAbsolutePath().normalize();
    ImagesBelow images = new ImagesBelow(folder);
    return csv.lines().stream()
        .map(line -> row(line, image(line.value("path"), known, images, list)))
        .toList();
  }

  private static String image(String path, Set<String> known, ImagesBelow images, Path list) {
    return known.contains(path) ? path : images.find(path, list).orElse(path);
  }

  private static Row row(LooseCsv.Line line, String path) {
    return new Row(
        "line " + line.number(),
        path,
        line.value("new"),
        line.value("annotator"),
        line.value("time"),
        false,
        line.value("reason"),
        line.value("method"),
        line.value("also"),
        line.value("proposed"));
  }
}
