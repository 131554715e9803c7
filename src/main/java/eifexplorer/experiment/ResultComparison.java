package eifexplorer.experiment;

import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Format;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Two results of an experiment side by side; immutable.
 *
 * @param first the one
 * @param second the other
 * @param differences what they were not run alike with, by name
 * @param tables for each table both have, the rows both have: their keys, and each number of the first, of the second, and
 *     second minus first
 */
public record ResultComparison(
    ExperimentResult first,
    ExperimentResult second,
    Map<String, Difference> differences,
    List<ResultTable> tables) {
  /** A value of each. */
  public record Difference(String first, String second) {
    /** Both in other words. */
    public Difference map(UnaryOperator<String> words) {
      return new Difference(words.apply(first), words.apply(second));
    }

    /** As {@code first → second}. */
    @Override
    public String toString() {
      return first + " → " + second;
    }
  }

  /**
   * Compares.
   *
   * @throws ProblemException if they are of different experiments
   */
  public static ResultComparison of(ExperimentResult first, ExperimentResult second) {
    if (!first.run().experiment().equals(second.run().experiment())) {
      throw new ProblemException(
          "Results of "
              + first.run().experiment()
              + " and "
              + second.run().experiment()
              + " can't be compared",
          "",
          "Choose two of the same experiment.");
    }
    List<ResultTable> tables = new ArrayList<>();
    for (ResultTable table : first.findings().tables()) {
      second
          .findings()
          .table(table.id())
          .map(other -> sideBySide(table, other))
          .filter(both -> !both.rows().isEmpty())
          .ifPresent(tables::add);
    }
    return new ResultComparison(first, second, differences(first.run(), second.run()), tables);
  }

  private static Map<String, Difference> differences(ExperimentRun first, ExperimentRun second) {
    Map<String, Difference> differences = new LinkedHashMap<>();
    note(differences, "model", first.modelTitle(), second.modelTitle());
    note(
        differences,
        "weights, labels and features",
        first.modelFingerprint(),
        second.modelFingerprint());
    TreeSet<String> names = new TreeSet<>(first.parameters().keySet());
    names.addAll(second.parameters().keySet());
    for (String name : names) {
      note(
          differences,
          name,
          first.parameters().getOrDefault(name, ""),
          second.parameters().getOrDefault(name, ""));
    }
    note(differences, "program", first.provenance().tool(), second.provenance().tool());
    return differences;
  }

  private static void note(Map<String, Difference> all, String name, String first, String second) {
    if (!first.equals(second)) {
      all.put(name, new Difference(first, second));
    }
  }

  private static ResultTable sideBySide(ResultTable first, ResultTable second) {
    Map<List<Object>, Row> others = new HashMap<>();
    second.rows().forEach(row -> others.put(second.key(row), row));
    List<Column> columns = new ArrayList<>(first.columns().subList(0, first.keys()));
    List<Integer> compared = new ArrayList<>();
    for (int c = first.keys(); c < first.columns().size(); c++) {
      Column column = first.columns().get(c);
      if (column.isNumber() && second.columns().contains(column)) {
        compared.add(c);
        columns.add(renamed(column, "first_", "", column.format()));
        columns.add(renamed(column, "second_", "second", column.format()));
        columns.add(renamed(column, "difference_", "difference", Format.SIGNED));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Row row : first.rows()) {
      Row other = others.get(first.key(row));
      if (other != null) {
        List<Object> cells = new ArrayList<>(first.key(row));
        for (int c : compared) {
          int there = second.columns().indexOf(first.columns().get(c));
          addBoth(cells, row.cells().get(c), other.cells().get(there));
        }
        rows.add(Row.of(cells.toArray()));
      }
    }
    return new ResultTable(first.id(), first.title(), first.keys(), columns, rows);
  }

  private static Column renamed(Column column, String prefix, String title, Format format) {
    return new Column(
        prefix + column.name(),
        title.isEmpty() ? column.title() : title,
        format,
        Math.max(column.decimals(), format == Format.SIGNED ? 2 : 0));
  }

  private static void addBoth(List<Object> cells, Object first, Object second) {
    cells.add(first);
    cells.add(second);
    boolean numbers = first instanceof Number && second instanceof Number;
    cells.add(numbers ? ((Number) second).doubleValue() - ((Number) first).doubleValue() : null);
  }
}
