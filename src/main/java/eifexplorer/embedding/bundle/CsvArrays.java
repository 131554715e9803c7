package eifexplorer.embedding.bundle;

import eifexplorer.dataset.format.LooseCsv;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table with a row a sample: the columns of labels, paths and splits are known by their names, all others are features.
 */
final class CsvArrays {
  private CsvArrays() {}

  static GivenArrays open(Path file) {
    LooseCsv csv = LooseCsv.read(file);
    List<String> named = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (String column : csv.names()) {
      boolean feature = ArrayRole.of(column).filter(ArrayRole::isOfSamples).isEmpty();
      (feature ? numbers : named).add(column);
    }
    List<GivenArray> arrays = new ArrayList<>();
    for (String column : named) {
      List<String> values = csv.lines().stream().map(line -> line.value(column)).toList();
      arrays.add(GivenArray.of(column, file + " (column " + column + ")", values));
    }
    numbers.removeIf(column -> column.isBlank() || isRowNumber(column, csv));
    if (!numbers.isEmpty() && !csv.lines().isEmpty()) {
      String where = file + " (columns " + numbers.get(0) + " and on)";
      float[] values = values(file, csv, numbers);
      arrays.add(GivenArray.of("features", where, values, numbers.size()));
    }
    return new GivenArrays(file, "CSV table", arrays, () -> {});
  }

  /** The column pandas writes where it is not told to leave the index out: 0, 1, 2 and so on. */
  private static boolean isRowNumber(String column, LooseCsv csv) {
    boolean likely = column.equalsIgnoreCase("index") || column.startsWith("Unnamed");
    return likely && csv.lines().stream().allMatch(line -> line.value(column).matches("\\d+"));
  }

  private static float[] values(Path file, LooseCsv csv, List<String> columns) {
    float[] values = new float[Math.multiplyExact(csv.lines().size(), columns.size())];
    int next = 0;
    for (LooseCsv.Line line : csv.lines()) {
      for (String column : columns) {
        values[next++] = number(file, line, column);
      }
    }
    return values;
  }

  private static float number(Path file, LooseCsv.Line line, String column) {
    try {
      return Float.parseFloat(line.value(column));
    } catch (NumberFormatException e) {
      throw ProblemException.atLine(
          file,
          line.number(),
          "The column " + column + " holds \"" + line.value(column) + "\", not a number",
          "Columns other than label, path, split, true_label and class_name are features.");
    }
  }
}
