package eifexplorer.dataset.format;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads CSV files as people and their programs write them: separated by commas, semicolons, tabs or bars, in UTF-8, UTF-16,
 * UTF-32 or Latin-1, with blank lines, columns without a name and columns nobody asked for.
 */
public final class LooseCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setAllowMissingColumnNames(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
          .setTrim(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  /** What spreadsheets write before the table; its line stays, so that lines keep their numbers. */
  private static final Pattern SEPARATOR_LINE = Pattern.compile("\\A\"?sep=([,;\t|])\"?(?=\\R)");

  private final Path file;
  private final List<String> names;
  private final List<Line> lines;

  private LooseCsv(Path file, List<String> names, List<Line> lines) {
    this.file = file;
    this.names = names;
    this.lines = lines;
  }

  /** A row and the line it ends in, counted from 1. */
  public record Line(CSVRecord fields, long number) {
    /** A field by the name of its column; empty if there is no such column or the row is shorter. */
    public String value(String column) {
      return fields.isSet(column) ? fields.get(column) : "";
    }

    private boolean isBlank() {
      return fields.stream().allMatch(String::isBlank);
    }
  }

  /** Reads a whole file. Throws {@link ProblemException} if it can't be read. */
  public static LooseCsv read(Path file) {
    String text = TextFile.read(file);
    requireTable(text, file);
    CSVFormat format = FORMAT.builder().setDelimiter(separator(text)).get();
    text = SEPARATOR_LINE.matcher(text).replaceFirst("");
    List<Line> lines = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      requireNamedOnce(parser.getHeaderNames(), file);
      for (CSVRecord record : parser) {
        Line line = new Line(record, parser.getCurrentLineNumber());
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
      return new LooseCsv(file, parser.getHeaderNames(), lines);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ProblemException(
          "The CSV file can't be read",
          file.toString(),
          "It should be comma-separated text, quotes doubled in quotes (" + Reason.of(e) + ").",
          e);
    }
  }

  private static void requireNamedOnce(List<String> names, Path file) {
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : names) {
      if (!name.isBlank() && !seen.add(name)) {
        throw ProblemException.atLine(
            file, 1, "The column " + name + " is named twice", "Rename or remove one of the two.");
      }
    }
  }

  /** A text without a first line such as {@code sep=;}. */
  static String afterSeparator(String text) {
    return SEPARATOR_LINE.matcher(text).find() ? text.split("\\R", 2)[1] : text;
  }

  private static void requireTable(String text, Path file) {
    if (text.isBlank()) {
      throw ProblemException.inFile(
          file, "The CSV file is empty", "Its first line should name the columns.");
    }
    if (text.startsWith("PK\u0003\u0004")) {
      throw ProblemException.inFile(
          file,
          "This is no CSV file but an archive, as spreadsheets, arrays and weights are saved in",
          "Choose a table; of a spreadsheet, save it as CSV.");
    }
  }

  /** What a first line such as {@code sep=;} says, or what stands most often in the first line that is not blank. */
  static char separator(String text) {
    Matcher said = SEPARATOR_LINE.matcher(text);
    if (said.find()) {
      return said.group(1).charAt(0);
    }
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t', '|'}) {
      best = count(first, candidate) > count(first, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char separator) {
    return text.chars().filter(c -> c == separator).count();
  }

  /** Names of the columns in the file's order. */
  public List<String> names() {
    return names;
  }

  /** Names of the columns; upper and lower case are the same. */
  public Set<String> columns() {
    Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    columns.addAll(names);
    return columns;
  }

  /**
   * Checks that columns are there.
   *
   * @param remedy what the first line should name, a sentence
   * @throws ProblemException naming the columns there are
   */
  public void require(Set<String> needed, String remedy) {
    if (!columns().containsAll(needed)) {
      throw ProblemException.atLine(file, 1, "The columns are " + String.join(", ", names), remedy);
    }
  }

  /** What the rows that are not blank hold in a column, in order. */
  Stream<String> values(String column) {
    return lines.stream().map(line -> line.value(column));
  }

  /** The rows that are not blank, in order. */
  public List<Line> lines() {
    return lines;
  }
}
