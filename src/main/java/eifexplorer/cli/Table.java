package eifexplorer.cli;

import eifexplorer.problem.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows with a head: in aligned columns for a person, separated by tabs where a program reads them. */
final class Table {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    this.head = List.of(head);
  }

  /** Adds a row, a cell for each column. */
  void row(Object... cells) {
    rows.add(Arrays.stream(cells).map(String::valueOf).map(Table::onOneLine).toList());
  }

  private static String onOneLine(String text) {
    return PlainText.of(text.replaceAll("[\\t\\r\\n]+", " "));
  }

  int size() {
    return rows.size();
  }

  /** Prints head and rows. */
  void print(Console console) {
    List<List<String>> all = new ArrayList<>();
    all.add(head);
    all.addAll(rows);
    int[] widths = new int[head.size()];
    for (List<String> row : all) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : all) {
      console.line("%s", console.terminal() ? aligned(row, widths) : String.join("\t", row));
    }
  }

  /** Numbers to the right, words to the left. */
  private String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      String space = " ".repeat(widths[column] - cell.length());
      line.append(isNumeric(column) ? space + cell : cell + space).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.get(column).matches("-|[-+]?[0-9.]*%?"));
  }
}
