package eifexplorer.cli;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ResultComparison;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Format;
import eifexplorer.experiment.ResultTable.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints results and comparisons as tables of text; paths of images are left to the files. */
final class ResultPrinter {
  private static final int WIDEST = 48;

  private final Console console;
  private final int rows;

  ResultPrinter(Console console, int rows) {
    this.console = console;
    this.rows = rows;
  }

  void print(ExperimentResult result, boolean json) {
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>(result.findings().values());
      all.put("run", result.run());
      all.put("title", result.title());
      all.put("question", result.question());
      all.put("findings", result.findings());
      all.put("finished", result.finished());
      all.put("seconds", result.seconds());
      console.json(all);
      return;
    }
    console.line("%s: %s", result.title(), result.question());
    console.line(
        "%s · %s · %.1f s · result %s",
        result.run().modelTitle(),
        result.run().provenance().inputs().getOrDefault("dataset", "an embedding bundle"),
        result.seconds(),
        result.run().fingerprint());
    result.findings().notes().forEach(note -> console.line("%s", note));
    result.findings().tables().forEach(this::print);
  }

  void print(ResultComparison comparison, boolean json) {
    if (json) {
      console.json(comparison);
      return;
    }
    console.line(
        "%s: %s → %s",
        comparison.first().title(),
        comparison.first().run().fingerprint(),
        comparison.second().run().fingerprint());
    comparison.differences().forEach((name, both) -> console.line("  %s: %s", name, both));
    comparison.tables().forEach(this::print);
  }

  private void print(ResultTable table) {
    console.line("%n%s", table.title());
    List<Row> shown = table.rows().stream().limit(rows).toList();
    List<Column> columns = table.columns();
    int[] printed =
        table.filledColumns().stream()
            .mapToInt(c -> c)
            .filter(c -> columns.get(c).format() != Format.PATH)
            .toArray();
    int[] widths =
        IntStream.range(0, columns.size())
            .map(
                c ->
                    Math.max(
                        columns.get(c).title().length(),
                        shown.stream()
                            .mapToInt(row -> text(columns, row, c).length())
                            .max()
                            .orElse(0)))
            .toArray();
    console.line(
        "  %s",
        IntStream.of(printed)
            .mapToObj(c -> padded(columns.get(c), columns.get(c).title(), widths[c]))
            .collect(Collectors.joining("  ")));
    for (Row row : shown) {
      console.line(
          "  %s",
          IntStream.of(printed)
              .mapToObj(c -> padded(columns.get(c), text(columns, row, c), widths[c]))
              .collect(Collectors.joining("  "))
              .stripTrailing());
    }
    if (shown.size() < table.rows().size()) {
      console.line("  … %d more rows (--rows 0)", table.rows().size() - shown.size());
    }
  }

  private static String text(List<Column> columns, Row row, int c) {
    String text = columns.get(c).text(row.cells().get(c));
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }

  private static String padded(Column column, String text, int width) {
    String space = " ".repeat(width - text.length());
    return column.isNumber() ? space + text : text + space;
  }
}
