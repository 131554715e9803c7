package eifexplorer.session;

import eifexplorer.problem.ProblemException;
import eifexplorer.training.EpochReport;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a training run leaves behind, even when it is killed: {@code run.json} (plan and provenance, written first), {@code
 * epochs.jsonl} (a line an epoch) and {@code log.txt}.
 */
final class RunFiles {
  private final Path folder;

  private RunFiles(Path folder) {
    this.folder = folder;
  }

  /** Content of {@code run.json}. */
  record Run(String id, TrainingPlan plan, Provenance provenance) {}

  /** Starts a run's files. */
  static RunFiles start(Path folder, Run run) {
    Json.write(folder.resolve("run.json"), run);
    return new RunFiles(folder);
  }

  /** Notes an epoch. */
  void epoch(EpochReport report) {
    append("epochs.jsonl", Json.line(report));
  }

  /** Notes a line of the log. */
  void log(String line) {
    append("log.txt", line);
  }

  private void append(String name, String line) {
    try {
      Files.writeString(
          folder.resolve(name), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new ProblemException(
          "The run's files can't be written",
          folder.resolve(name).toString(),
          "Check the free space.",
          e);
    }
  }
}
