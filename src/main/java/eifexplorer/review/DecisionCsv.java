package eifexplorer.review;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.DecisionRows.Row;
import eifexplorer.review.journal.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads decisions and notes from a CSV file with the columns {@code path} and {@code new} or {@code note}, and if wished
 * {@code old}, {@code reason}, {@code annotator}, {@code time}, {@code method}, {@code also} and {@code proposed}, as exports
 * have them; and from an export of every decision, with {@code kind} and {@code after}. An empty {@code new} leaves the image
 * out; the label it has already keeps it; an empty {@code note} says nothing.
 */
public final class DecisionCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setTrim(true)
          .get();

  private static final String NOTE = "note";

  private DecisionCsv() {}

  /**
   * Reads and checks a file; nothing is decided yet.
   *
   * @param annotator whose decisions they are where the file does not say
   * @throws ProblemException naming the lines with unknown images or classes, if there are any
   */
  public static List<JournalEntry> read(
      Path file, ImageDataset dataset, ReviewDesk desk, String annotator) {
    return DecisionRows.check(file, rows(file), dataset, desk, annotator);
  }

  private static List<Row> rows(Path file) {
    List<Row> rows = new ArrayList<>();
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
      try (CSVParser parser = CSVParser.parse(unmarked, FORMAT)) {
        checkColumns(parser, file);
        for (CSVRecord record : parser) {
          rows.add(row(record, parser.getCurrentLineNumber()));
        }
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ProblemException(
          "The CSV file can't be read", file.toString(), "It should be UTF-8 text.", e);
    }
    return rows;
  }

  private static void checkColumns(CSVParser parser, Path file) {
    List<String> columns = parser.getHeaderNames().stream().map(String::toLowerCase).toList();
    boolean says = Stream.of("new", "after", NOTE).anyMatch(columns::contains);
    if (!columns.contains("path") || !says) {
      throw ProblemException.atLine(
          file,
          1,
          "The columns are " + String.join(", ", parser.getHeaderNames()),
          "The first line should name path and new or note, and may name old, reason, annotator and"
              + " time.");
    }
  }

  private static Row row(CSVRecord record, long line) {
    boolean decides = record.isMapped("new") || record.isMapped("after");
    String kind = decides ? value(record, "kind").toLowerCase(Locale.ROOT) : NOTE;
    return new Row(
        "line " + line,
        value(record, "path"),
        record.isMapped("new") ? value(record, "new") : value(record, "after"),
        value(record, "annotator"),
        value(record, "time"),
        kind.equals("resolve"),
        value(record, "reason"),
        value(record, "method"),
        value(record, "also"),
        value(record, "proposed"),
        kind,
        value(record, NOTE));
  }

  private static String value(CSVRecord record, String column) {
    return record.isSet(column) ? record.get(column) : "";
  }
}
