package eifexplorer.dataset.format;

import eifexplorer.dataset.SubjectBox;
import eifexplorer.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** The rows of a {@link CsvManifest}, checked. */
final class CsvRows {
  private static final String PATH = "path";
  private static final String LABEL = "label";
  private static final String SPLIT = "split";
  private static final String TRUE_LABEL = "true_label";
  private static final List<String> BOX = List.of("box_left", "box_top", "box_width", "box_height");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setAllowMissingColumnNames(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
          .setTrim(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  private CsvRows() {}

  /**
   * A row.
   *
   * @param path relative, normal form
   * @param label of the class, not empty
   * @param mark what its split column says, empty if there is no such column
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
    if (!name.endsWith(".csv") || name.startsWith(".")) {
      return false;
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      char[] start = new char[4096];
      int length = Math.max(0, reader.read(start));
      String[] lines = new String(start, 0, length).split("\\R", 2);
      List<String> columns =
          Arrays.stream(lines[0].toLowerCase(Locale.ROOT).split(","))
              .map(column -> column.replaceAll("[^a-z_]", ""))
              .toList();
      return columns.containsAll(Set.of(PATH, LABEL));
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads a file. Throws {@link ProblemException} naming the line of what is wrong. */
  static List<Row> read(Path file, ImagesBelow images) {
    List<Row> rows = new ArrayList<>();
    FirstUse paths = new FirstUse("image");
    try (CSVParser parser = CSVParser.parse(TextFile.read(file), FORMAT)) {
      Set<String> columns = columns(parser, file);
      for (CSVRecord record : parser) {
        if (record.stream().allMatch(String::isBlank)) {
          continue;
        }
        Place place = Place.line(file, parser.getCurrentLineNumber());
        Row row = row(record, columns, place, images);
        paths.claim(row.path(), place);
        rows.add(row);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ProblemException(
          "The CSV file can't be read",
          file.toString(),
          "It should be comma-separated text, quotes doubled in quotes. (" + e.getMessage() + ")",
          e);
    }
    return rows;
  }

  private static Set<String> columns(CSVParser parser, Path file) {
    Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    columns.addAll(parser.getHeaderNames());
    if (!columns.contains(PATH) || !columns.contains(LABEL)) {
      throw Place.line(file, 1)
          .problem(
              "The columns are " + String.join(", ", parser.getHeaderNames()),
              "The first line should name path and label, and may name split, true_label and"
                  + " box_left, box_top, box_width, box_height.");
    }
    return columns;
  }

  private static Row row(
      CSVRecord record, Set<String> columns, Place place, ImagesBelow images) {
    return new Row(
        images.relative(value(record, PATH, place), place),
        value(record, LABEL, place),
        columns.contains(SPLIT)
            ? Optional.of(mark(value(record, SPLIT, place), place))
            : Optional.empty(),
        columns.contains(TRUE_LABEL) && record.isSet(TRUE_LABEL)
            ? Optional.of(record.get(TRUE_LABEL)).filter(label -> !label.isBlank())
            : Optional.empty(),
        columns.containsAll(BOX) ? box(record, place) : Optional.empty());
  }

  private static Optional<SubjectBox> box(CSVRecord record, Place place) {
    List<String> fields =
        BOX.stream().map(name -> record.isSet(name) ? record.get(name) : "").toList();
    return fields.stream().allMatch(String::isBlank)
        ? Optional.empty()
        : Optional.of(place.box(fields.get(0), fields.get(1), fields.get(2), fields.get(3)));
  }

  private static String value(CSVRecord record, String column, Place place) {
    String value = record.isSet(column) ? record.get(column) : "";
    if (value.isBlank()) {
      throw place.problem("The " + column + " is empty", "Fill it in or remove the line.");
    }
    return value;
  }

  private static SplitWord mark(String text, Place place) {
    return SplitWord.of(text)
        .orElseThrow(
            () ->
                place.problem(
                    "The split is \"" + text + "\"", "Allowed: train, test, val, query, gallery."));
  }
}
