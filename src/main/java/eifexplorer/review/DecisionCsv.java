package eifexplorer.review;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.DecisionRows.Row;
import eifexplorer.review.journal.DecisionKind;
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
 * Reads decisions from a CSV file with the columns {@code path} and {@code new}, and if wished {@code old}, {@code reason},
 * {@code annotator}, {@code time}, {@code method}, {@code also} and {@code proposed}, as exports of corrections have them, or
 * with the columns of an export of all decisions, {@code after} and {@code kind} among them. An empty {@code new} leaves the
 * image out; the label it has already keeps it.
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
    if (!columns.contains("path") || !(columns.contains("new") || isOfDecisions(columns))) {
      throw ProblemException.atLine(
          file,
          1,
          "The columns are " + String.join(", ", parser.getHeaderNames()),
          "The first line should name path and new, and may name old, reason, annotator and time.");
    }
  }

  private static boolean isOfDecisions(List<String> columns) {
    return columns.contains("kind") && columns.contains("after");
  }

  private static Row row(CSVRecord record, long line) {
    String kind = value(record, "kind").toUpperCase(Locale.ROOT);
    return new Row(
        "line " + line,
        value(record, "path"),
        kind.equals(DecisionKind.NONE.name())
            ? DecisionRows.NO_CLASS
            : value(record, record.isMapped("new") ? "new" : "after"),
        value(record, "annotator"),
        value(record, "time"),
        kind.equals(DecisionKind.RESOLVE.name()),
        value(record, "reason"),
        value(record, "method"),
        value(record, "also"),
        value(record, "proposed"),
        Stream.of(DecisionKind.UNSURE, DecisionKind.NOTE)
            .filter(remark -> remark.name().equals(kind))
            .findFirst(),
        kind.isEmpty() ? "" : value(record, "note"),
        seconds(value(record, "seconds")));
  }

  /** 0, not known, for what is no number. */
  private static double seconds(String text) {
    try {
      double seconds = text.isEmpty() ? 0 : Double.parseDouble(text);
      return Double.isFinite(seconds) && seconds > 0 ? seconds : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String value(CSVRecord record, String column) {
    return record.isSet(column) ? record.get(column) : "";
  }
}
