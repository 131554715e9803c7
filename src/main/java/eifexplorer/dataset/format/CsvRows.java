package eifexplorer.dataset.format;

import eifexplorer.dataset.SubjectBox;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rows of a {@link CsvManifest}, checked. */
final class CsvRows {
  private static final String PATH = "path";
  private static final String LABEL = "label";
  private static final String TRUE_LABEL = "true_label";
  private static final List<String> BOX = List.of("box_left", "box_top", "box_width", "box_height");

  /** What these columns hold says nothing of splits, even where a class is called "test". */
  private static final Set<String> OTHERS = Set.of(PATH, LABEL, TRUE_LABEL);

  private CsvRows() {}

  /**
   * A row.
   *
   * @param path relative, normal form
   * @param label of the class, not empty
   * @param mark what its columns say it is for, empty if none does
   * @param trueLabel the right label where the given one is known to be wrong
   * @param box where the image's subject is, if its four columns say it
   */
  record Row(
      String path,
      String label,
      Optional<SplitWord> mark,
      Optional<String> trueLabel,
      Optional<SubjectBox> box) {}

  /** True for a {@code .csv} file whose first line names the columns needed; reads only that line. */
  static boolean isManifest(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".csv") || name.startsWith(".") || Files.isDirectory(file)) {
      return false;
    }
    try (BufferedReader reader = RegularFile.reader(file, StandardCharsets.ISO_8859_1)) {
      char[] start = new char[4096];
      int length = Math.max(0, reader.read(start));
      String[] lines = LooseCsv.afterSeparator(new String(start, 0, length)).split("\\R", 2);
      List<String> columns =
          Arrays.stream(lines[0].toLowerCase(Locale.ROOT).split("[,;\t|]"))
              .map(column -> column.replaceAll("[^a-z_]", ""))
              .toList();
      return columns.containsAll(Set.of(PATH, LABEL));
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads a file. Throws {@link ProblemException} naming the line of what is wrong. */
  static List<Row> read(Path file, ImagesBelow images) {
    LooseCsv csv = LooseCsv.read(file);
    csv.require(
        Set.of(PATH, LABEL),
        "The first line should name path and label, and may name split, true_label and"
            + " box_left, box_top, box_width, box_height.");
    if (csv.lines().isEmpty()) {
      throw ProblemException.inFile(
          file, "The CSV file names columns but no images", "Add a line for each image.");
    }
    Set<String> columns = csv.columns();
    SplitColumns split = new SplitColumns(csv, OTHERS);
    List<Row> rows = new ArrayList<>();
    FirstUse paths = new FirstUse("image");
    for (LooseCsv.Line line : csv.lines()) {
      Place place = Place.line(file, line.number());
      Row row = row(line, columns, split.of(line, place), place, images);
      paths.claim(row.path(), place);
      rows.add(row);
    }
    return rows;
  }

  private static Row row(
      LooseCsv.Line line,
      Set<String> columns,
      Optional<SplitWord> mark,
      Place place,
      ImagesBelow images) {
    return new Row(
        images.relative(value(line, PATH, place), place),
        value(line, LABEL, place),
        mark,
        Optional.of(line.value(TRUE_LABEL)).filter(label -> !label.isBlank()),
        columns.containsAll(BOX) ? box(line, place) : Optional.empty());
  }

  private static Optional<SubjectBox> box(LooseCsv.Line line, Place place) {
    List<String> fields = BOX.stream().map(line::value).toList();
    return fields.stream().allMatch(String::isBlank)
        ? Optional.empty()
        : Optional.of(place.box(fields.get(0), fields.get(1), fields.get(2), fields.get(3)));
  }

  private static String value(LooseCsv.Line line, String column, Place place) {
    String value = line.value(column);
    if (value.isBlank()) {
      throw place.problem("The " + column + " is empty", "Fill it in or remove the line.");
    }
    return value;
  }
}
