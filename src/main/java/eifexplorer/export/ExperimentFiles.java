package eifexplorer.export;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.FolderNames;
import eifexplorer.workspace.Json;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A result as files that other programs read: {@code report.html}, {@code result.json}, {@code tables/*.csv}, {@code
 * figures/*.png} and {@code *.svg}.
 */
public final class ExperimentFiles {
  private static final int PNG_SCALE = 2;

  private ExperimentFiles() {}

  /**
   * Makes a folder with everything; it appears whole or not at all.
   *
   * @param thumbnail path of an image to a JPEG file's bytes; empty if it can't be shown
   * @throws eifexplorer.problem.ProblemException if it is there already with something in it, or can't be written
   */
  public static void write(
      Path target, ExperimentResult result, Function<String, Optional<byte[]>> thumbnail) {
    ExportTarget.folder(
        target,
        folder -> {
          ExperimentReport.write(
              folder.resolve("report.html"), result, thumbnail, PageLanguage.ENGLISH);
          writeJson(folder.resolve("result.json"), result);
          for (ResultTable table : result.findings().tables()) {
            writeCsv(FolderNames.child(folder.resolve("tables"), table.id() + ".csv"), table);
          }
          for (Figure figure : ResultFigures.of(result.findings(), thumbnail)) {
            Path figures = folder.resolve("figures");
            byte[] png = figure.png(PNG_SCALE);
            AtomicFiles.write(
                FolderNames.child(figures, figure.id() + ".png"), out -> out.write(png));
            writeSvg(FolderNames.child(figures, figure.id() + ".svg"), figure);
          }
        });
  }

  /** Writes a figure as an SVG file. */
  public static void writeSvg(Path file, Figure figure) {
    AtomicFiles.writeText(
        file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + figure.svg() + "\n");
  }

  /** Writes a result as JSON. */
  public static void writeJson(Path file, ExperimentResult result) {
    Json.write(file, result);
  }

  /** Writes a table with the columns' names and unrounded numbers. */
  public static void writeCsv(Path file, ResultTable table) {
    AtomicFiles.write(
        file,
        out -> {
          TableCsv csv = new TableCsv(out);
          csv.line(table.columns().stream().map(Column::name).toList());
          for (Row row : table.rows()) {
            csv.line(row.cells());
          }
          csv.flush();
        });
  }
}
