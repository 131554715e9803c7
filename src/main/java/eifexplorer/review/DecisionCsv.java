package eifexplorer.review;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelChange;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.journal.JournalEntryBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads decisions from a CSV file with the columns {@code path} and {@code new}, and if wished {@code old}, {@code reason},
 * {@code annotator}, {@code time}, {@code method}, {@code also} and {@code proposed}, as exports have them. An empty {@code new} leaves the image out; the label it has
 * already keeps it.
 */
public final class DecisionCsv {
  private static final int NAMED_PROBLEMS = 10;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setTrim(true)
          .get();

  private final ImageDataset dataset;
  private final ReviewDesk desk;
  private final String annotator;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Long> firstLines = new HashMap<>();

  private DecisionCsv(ImageDataset dataset, ReviewDesk desk, String annotator) {
    this.dataset = dataset;
    this.desk = desk;
    this.annotator = annotator;
  }

  /**
   * Reads and checks a file; nothing is decided yet.
   *
   * @param annotator whose decisions they are where the file does not say
   * @throws ProblemException naming the lines with unknown images or classes, if there are any
   */
  public static List<JournalEntry> read(
      Path file, ImageDataset dataset, ReviewDesk desk, String annotator) {
    DecisionCsv csv = new DecisionCsv(dataset, desk, annotator);
    List<JournalEntry> entries = csv.entries(file);
    if (!csv.problems.isEmpty()) {
      int more = csv.problems.size() - NAMED_PROBLEMS;
      throw new ProblemException(
          "Nothing was imported",
          file.toString(),
          String.join("; ", csv.problems.subList(0, Math.min(NAMED_PROBLEMS, csv.problems.size())))
              + (more > 0 ? "; and " + more + " more." : "."));
    }
    return entries;
  }

  private List<JournalEntry> entries(Path file) {
    List<JournalEntry> entries = new ArrayList<>();
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
      try (CSVParser parser = CSVParser.parse(unmarked, FORMAT)) {
        checkColumns(parser, file);
        for (CSVRecord record : parser) {
          entry(record, parser.getCurrentLineNumber()).ifPresent(entries::add);
        }
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ProblemException(
          "The CSV file can't be read", file.toString(), "It should be UTF-8 text.", e);
    }
    return entries;
  }

  private static void checkColumns(CSVParser parser, Path file) {
    List<String> columns = parser.getHeaderNames().stream().map(String::toLowerCase).toList();
    if (!columns.contains("path") || !columns.contains("new")) {
      throw ProblemException.atLine(
          file,
          1,
          "The columns are " + String.join(", ", parser.getHeaderNames()),
          "The first line should name path and new, and may name old, reason, annotator and time.");
    }
  }

  private Optional<JournalEntry> entry(CSVRecord record, long line) {
    String path = value(record, "path");
    String original = desk.originals().get(path);
    Long first = firstLines.putIfAbsent(path, line);
    Optional<String> wanted =
        value(record, "new").isEmpty()
            ? Optional.of(LabelChange.EXCLUDED)
            : ClassNames.find(dataset, value(record, "new"));
    if (original == null) {
      problems.add("line " + line + ": no training image \"" + path + "\"");
    } else if (first != null) {
      problems.add("line " + line + ": the image of line " + first + " again");
    } else if (wanted.isEmpty()) {
      problems.add("line " + line + ": no training class \"" + value(record, "new") + "\"");
    } else {
      return time(record, line).map(time -> entry(record, path, wanted.get(), time));
    }
    return Optional.empty();
  }

  private JournalEntry entry(CSVRecord record, String path, String after, Instant time) {
    String before = desk.label(path);
    String proposed = value(record, "proposed");
    DecisionKind kind =
        after.isEmpty()
            ? proposed.isEmpty() ? DecisionKind.EXCLUDE : DecisionKind.NONE
            : after.equals(before) ? DecisionKind.KEEP : DecisionKind.LABEL;
    String who = value(record, "annotator");
    return JournalEntryBuilder.builder()
        .time(time)
        .kind(kind)
        .annotator(who.isEmpty() ? annotator : who)
        .sample(path)
        .before(before)
        .after(after)
        .reason(value(record, "reason"))
        .method(value(record, "method"))
        .also(ClassNames.find(dataset, value(record, "also")).orElse(""))
        .proposed(after.isEmpty() ? proposed : "")
        .build();
  }

  private Optional<Instant> time(CSVRecord record, long line) {
    String text = value(record, "time");
    try {
      return Optional.of(
          text.isEmpty() ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : Instant.parse(text));
    } catch (DateTimeException e) {
      problems.add("line " + line + ": the time is \"" + text + "\", not as 2026-01-31T12:00:00Z");
      return Optional.empty();
    }
  }

  private static String value(CSVRecord record, String column) {
    return record.isSet(column) ? record.get(column) : "";
  }
}
