package eifexplorer.export;

import eifexplorer.confusion.ClassPairCount;
import eifexplorer.confusion.ClassSummary;
import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.confusion.Confusions;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Confusions as rows of named values, and those rows as {@code .csv} or {@code .json}. */
public final class ConfusionFiles {
  private ConfusionFiles() {}

  /** What a row is. */
  public enum Grouping {
    PAIR("pair"),
    CLASS_PAIR("class-pair"),
    CLASS("class");

    private final String text;

    Grouping(String text) {
      this.text = text;
    }

    /** Reads the name on the command line. Throws {@link ProblemException} for another. */
    public static Grouping parse(String text) {
      for (Grouping grouping : values()) {
        if (grouping.text.equals(text)) {
          return grouping;
        }
      }
      throw ProblemException.badValue("--by", text, "pair, class-pair, class");
    }
  }

  /**
   * The rows: pairs by ascending test index, one for each wrong image, so that a mutual pair has two; class pairs and
   * classes by descending count.
   */
  public static List<Map<String, Object>> rows(
      Confusions confusions, Grouping by, SampleNames names) {
    ConfusionTable table = new ConfusionTable(confusions);
    return switch (by) {
      case PAIR ->
          confusions.pairs().stream()
              .map(pair -> row(pair, confusions.isMutual(pair), names))
              .toList();
      case CLASS_PAIR -> table.classPairs().stream().map(pair -> row(pair, names)).toList();
      case CLASS -> table.classes().stream().map(summary -> row(summary, names)).toList();
    };
  }

  private static Map<String, Object> row(ConfusionPair pair, boolean mutual, SampleNames names) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("wrong", pair.wrong());
    row.put("confused_with", pair.confusedWith());
    row.put("distance", pair.distance());
    row.put("wrong_class", names.className(pair.wrongLabel()));
    row.put("confused_class", names.className(pair.confusedLabel()));
    row.put("wrong_path", names.testPath(pair.wrong()));
    row.put("confused_path", names.testPath(pair.confusedWith()));
    row.put("mutual", mutual);
    return row;
  }

  private static Map<String, Object> row(ClassPairCount pair, SampleNames names) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("wrong_label", pair.wrongLabel());
    row.put("confused_label", pair.confusedLabel());
    row.put("pairs", pair.count());
    row.put("mean_distance", pair.meanDistance());
    row.put("wrong_class", names.className(pair.wrongLabel()));
    row.put("confused_class", names.className(pair.confusedLabel()));
    return row;
  }

  private static Map<String, Object> row(ClassSummary summary, SampleNames names) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("label", summary.label());
    row.put("class", names.className(summary.label()));
    row.put("samples", summary.samples());
    row.put("wrong", summary.wrong());
    row.put("wrong_share", summary.wrongShare());
    row.put(
        "confusion_classes",
        summary.confusionClasses().stream()
            .map(names::className)
            .collect(Collectors.joining("; ")));
    return row;
  }

  /** Writes rows to a {@code .csv} or {@code .json} file. Throws {@link ProblemException} for another ending. */
  public static void write(Path file, List<Map<String, Object>> rows) {
    if (OutputFormat.of(file, OutputFormat.CSV, OutputFormat.JSON) == OutputFormat.JSON) {
      Json.write(file, rows);
    } else {
      AtomicFiles.write(file, out -> writeCsv(out, rows));
    }
  }

  private static void writeCsv(OutputStream out, List<Map<String, Object>> rows)
      throws IOException {
    TableCsv csv = new TableCsv(out);
    csv.lines(rows);
    csv.flush();
  }
}
