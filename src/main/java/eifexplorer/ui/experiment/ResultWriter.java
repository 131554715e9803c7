package eifexplorer.ui.experiment;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.export.ExperimentFiles;
import eifexplorer.export.ExperimentReport;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Writes a result in the form that a file's name asks for. */
final class ResultWriter {
  private ResultWriter() {}

  /** One HTML file, all numbers as JSON, or for any other name a folder with tables and figures; returns the target. */
  static Path write(
      ExperimentResult result, Path target, Function<String, Optional<byte[]>> thumbnails) {
    String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      ExperimentFiles.writeJson(target, result);
    } else if (name.endsWith(".html")) {
      ExperimentReport.write(target, result, thumbnails, Texts.pages());
    } else {
      ExperimentFiles.write(target, result, thumbnails);
    }
    return target;
  }
}
