package eifexplorer.cli;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Keeps what a command writes from taking the place of something else. */
final class ForceOption {
  @Option(
      names = "--force",
      description = "Replace files that are there, or write into a workspace.")
  private boolean force;

  /**
   * Checks where something is written, before anything is computed.
   *
   * @throws ProblemException if a file, or a folder with files, is there, or the place is in a workspace, unless that is wanted
   */
  void check(@Nullable Path out) {
    if (out == null || force) {
      return;
    }
    if (Files.isRegularFile(out)) {
      throw ProblemException.inFile(
          out, "The file is there already", "Give --force to replace it, or another name.");
    }
    if (Files.isDirectory(out) && !AtomicFiles.isEmpty(out)) {
      throw ProblemException.inFile(
          out, "The folder holds files already", "Choose a new or an empty one, or give --force.");
    }
    for (Path folder = out.toAbsolutePath().normalize();
        folder != null;
        folder = folder.getParent()) {
      if (Workspace.exists(folder)) {
        throw ProblemException.inFile(
            out,
            "The place is in the workspace " + folder.getFileName(),
            "Choose another, or give --force.");
      }
    }
  }
}
