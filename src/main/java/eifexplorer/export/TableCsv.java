package eifexplorer.export;

import eifexplorer.problem.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV table that is looked at and never read back: what would act on a terminal in the names of anybody's classes and files is
 * written as {@link PlainText} has it, and an apostrophe stands before what a spreadsheet would compute. Files that are read
 * back keep names as they are.
 */
final class TableCsv {
  /** A name such as {@code =HYPERLINK(…)}; numbers are written as numbers and have no such names. */
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+@-](?![\\d.]*\\z).*");

  private final CSVPrinter printer;

  /** A table in UTF-8 with lines as in RFC 4180. */
  TableCsv(OutputStream out) throws IOException {
    printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
  }

  /** Adds a line. */
  void line(@Nullable Object... cells) throws IOException {
    line(Arrays.asList(cells));
  }

  /** Adds a line. */
  void line(Iterable<? extends @Nullable Object> cells) throws IOException {
    for (Object cell : cells) {
      printer.print(cell instanceof String text ? shown(text) : cell);
    }
    printer.println();
  }

  private static String shown(String text) {
    return (FORMULA.matcher(text).matches() ? "'" : "") + PlainText.of(text);
  }

  /** Hands everything to the stream, which stays open. */
  void flush() throws IOException {
    printer.flush();
  }
}
