package eifexplorer.experiment;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Numbers of two things against each other; immutable.
 *
 * @param id name of its file
 * @param title for people
 * @param rowTitle what the rows are
 * @param columnTitle what the columns are
 * @param rows their names
 * @param columns their names
 * @param values [rows,columns]
 * @param targets what each row opens; empty if they open nothing
 */
public record HeatMap(
    String id,
    String title,
    String rowTitle,
    String columnTitle,
    List<String> rows,
    List<String> columns,
    List<List<Double>> values,
    List<Target> targets) {
  /** Copies the lists. Throws {@link IllegalArgumentException} if the sizes do not fit. */
  public HeatMap {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    values = values.stream().map(List::copyOf).toList();
    targets = List.copyOf(targets);
    int width = columns.size();
    if (values.size() != rows.size() || values.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException(id + ": sizes of names and values differ");
    }
  }

  /** The same in another language; names of rows and columns stay. */
  HeatMap in(UnaryOperator<String> words) {
    return new HeatMap(
        id,
        words.apply(title),
        words.apply(rowTitle),
        words.apply(columnTitle),
        rows,
        columns,
        values,
        targets);
  }
}
