package eifexplorer.export;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the same named values; {@link Columns} makes them.
 *
 * @param names of the columns, there without a row too
 * @param all the rows, each with the columns' values in their order
 */
public record NamedRows(List<String> names, List<Map<String, @Nullable Object>> all) {
  /** Rows of which there is one at least. */
  public static NamedRows of(List<Map<String, @Nullable Object>> rows) {
    return new NamedRows(List.copyOf(rows.get(0).keySet()), rows);
  }

  /** Writes a {@code .csv} or {@code .json} file. Throws {@link ProblemException} for another ending. */
  public void write(Path file) {
    if (OutputFormat.of(file, OutputFormat.CSV, OutputFormat.JSON) == OutputFormat.JSON) {
      Json.write(file, all);
      return;
    }
    AtomicFiles.write(
        file,
        out -> {
          TableCsv csv = new TableCsv(out);
          csv.line(names);
          for (Map<String, ?> row : all) {
            csv.line(row.values());
          }
          csv.flush();
        });
  }
}
