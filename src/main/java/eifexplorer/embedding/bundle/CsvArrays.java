package eifexplorer.embedding.bundle;

import eifexplorer.dataset.format.LooseCsv;
import eifexplorer.embedding.bundle.ArrayRole.Content;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table with a row a sample: the columns of labels, paths and splits are known by their names, all others are features.
 */
final class CsvArrays {
  private static final int LONGEST_START = 1 << 18;

  /** A list of images may have so many columns of numbers. */
  private static final int FEW_NUMBERS = 7;

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

  /** Whether most columns hold numbers and one the labels; a list of images may have a few numbers too, such as a box. */
  static boolean isTable(Path file) {
    try (BufferedReader reader = RegularFile.reader(file, StandardCharsets.ISO_8859_1)) {
      char[] start = new char[LONGEST_START];
      int length = Math.max(0, reader.read(start));
      List<String> lines = new String(start, 0, length).lines().limit(2).toList();
      List<String> names = lines.isEmpty() ? List.of() : fields(lines.get(0));
      List<Optional<ArrayRole>> roles = names.stream().map(ArrayRole::of).toList();
      boolean labelled =
          roles.stream().flatMap(Optional::stream).anyMatch(r -> r.content() == Content.LABELS);
      long others = roles.stream().filter(Optional::isEmpty).count();
      return labelled
          && others > FEW_NUMBERS
          && lines.size() > 1
          && hasNumbers(lines.get(1), others);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasNumbers(String line, long atLeast) {
    return fields(line).stream().filter(f -> f.matches("[-+\\d.eE]+")).count() >= atLeast;
  }

  private static List<String> fields(String line) {
    return Arrays.stream(line.split("[,;\t]", -1))
        .map(field -> field.strip().replace("\"", ""))
        .toList();
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
