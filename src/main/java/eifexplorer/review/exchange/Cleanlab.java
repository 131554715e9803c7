package eifexplorer.review.exchange;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.review.DecisionRows.Row;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.workspace.AtomicFiles;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * cleanlab's CSV: a line for each annotator and image with {@code path}, {@code given_label}, {@code corrected_label},
 * {@code is_label_issue} and {@code action} ({@code keep}, {@code relabel}, {@code exclude}). Of a file of cleanlab's own,
 * with {@code predicted_label}, only the lines with an issue are read.
 */
final class Cleanlab implements DecisionFormat {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setTrim(true)
          .get();

  @Override
  public String id() {
    return "cleanlab";
  }

  @Override
  public String title() {
    return "cleanlab issues (CSV)";
  }

  @Override
  public boolean fits(Path file, String start) {
    return !start.startsWith("{") && start.lines().findFirst().orElse("").contains("given_label");
  }

  @Override
  public void write(Path file, DecidedImages images) {
    AtomicFiles.write(
        file,
        out -> {
          CSVPrinter csv =
              new CSVPrinter(
                  new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
          csv.printRecord(
              "path",
              "given_label",
              "corrected_label",
              "is_label_issue",
              "action",
              "annotator",
              "time",
              "reason",
              "method",
              "also",
              "proposed",
              "resolved");
          for (DecidedImages.Image image : images.images()) {
            for (JournalEntry claim : image.claims()) {
              print(csv, image, claim);
            }
          }
          csv.flush();
        });
  }

  private static void print(CSVPrinter csv, DecidedImages.Image image, JournalEntry claim)
      throws IOException {
    boolean left = claim.after().isEmpty();
    boolean same = claim.after().equals(image.given());
    csv.printRecord(
        image.path(),
        image.given(),
        DecisionFormat.word(claim),
        left || same ? "False" : "True",
        left ? "exclude" : same ? "keep" : "relabel",
        claim.annotator(),
        claim.time(),
        claim.reason(),
        claim.method(),
        claim.also(),
        claim.proposed(),
        claim.kind() == DecisionKind.RESOLVE ? "True" : "False");
  }

  @Override
  public List<Row> read(Path file, ImagePaths paths) {
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(RegularFile.text(file), FORMAT)) {
      for (CSVRecord line : parser) {
        boolean corrected = parser.getHeaderMap().containsKey("corrected_label");
        if (corrected || isTrue(line, "is_label_issue")) {
          rows.add(row(line, parser.getCurrentLineNumber(), paths, corrected));
        }
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ProblemException(
          "The CSV file can't be read", file.toString(), "It should be UTF-8 text.", e);
    }
    return rows;
  }

  private static Row row(CSVRecord line, long number, ImagePaths paths, boolean corrected) {
    String path = Fields.first(value(line, "path"), value(line, "image"), value(line, "file_name"));
    boolean out = value(line, "action").toLowerCase(Locale.ROOT).equals("exclude");
    String label = value(line, corrected ? "corrected_label" : "predicted_label");
    return new Row(
        "line " + number,
        paths.find(path),
        label.isEmpty() && out
            ? ""
            : DecisionFormat.label(Fields.first(label, value(line, "given_label"))),
        value(line, "annotator"),
        value(line, "time"),
        isTrue(line, "resolved"),
        value(line, "reason"),
        value(line, "method"),
        value(line, "also"),
        value(line, "proposed"),
        value(line, "given_label"));
  }

  private static boolean isTrue(CSVRecord line, String column) {
    return value(line, column).toLowerCase(Locale.ROOT).equals("true");
  }

  private static String value(CSVRecord line, String column) {
    return line.isSet(column) ? line.get(column) : "";
  }
}
