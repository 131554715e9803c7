package eifexplorer.cli;

import eifexplorer.export.ExportTarget;
import eifexplorer.export.OutputFormat;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetPlace;
import eifexplorer.workspace.Workspace;
import eifexplorer.workspace.WritablePlaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Keeps what a command writes from taking the place of something else. */
final class ForceOption {
  @Option(
      names = "--force",
      description = "Replace files that are there, or write into a workspace.")
  private boolean force;

  private final List<Path> checked = new ArrayList<>();

  /**
   * Checks where something is written, before anything is computed.
   *
   * @param allowed what the file may be by its name; anything if none is given
   * @throws ProblemException for another kind of file; if a file, or a folder with files, is there, or the place is in a
   *     workspace, unless that is wanted; if nothing can be written there
   */
  void check(@Nullable Path out, OutputFormat... allowed) {
    if (out == null) {
      return;
    }
    checked.add(out);
    if (allowed.length > 0) {
      OutputFormat.of(out, allowed);
      requireFile(out);
    }
    if (!force) {
      requireNothingThere(out);
    }
    Path place = out.toAbsolutePath();
    @Nullable Path parent = place.getParent();
    WritablePlaces.require(parent == null || Files.isDirectory(place) ? place : parent);
  }

  /** {@link #check} for what is one file in any case, whatever its name may end in. */
  void checkFile(@Nullable Path out) {
    if (out != null) {
      requireFile(out);
    }
    check(out);
  }

  /**
   * Checks what was {@link #check checked} against the data set that was read meanwhile; it may not be overwritten even
   * where that is wanted.
   *
   * @throws ProblemException if something would be written into the data set's folder
   */
  void outside(ExplorerSession session) {
    checked.forEach(out -> ExportTarget.outside(out, session.dataset().root()));
  }

  /**
   * The same for what is written of a workspace without its data set being read.
   *
   * @throws ProblemException if something would be written into the data set's folder
   */
  void outside(Workspace workspace) {
    DatasetPlace place = workspace.manifest().dataset().place();
    Path root = place.root();
    // A list's images lie beside it unless it says where; of a bundle only the file itself is in
    // danger.
    Optional<Path> folder =
        Files.isDirectory(root)
            ? Optional.of(root)
            : place
                .images()
                .or(() -> Optional.ofNullable(root.toAbsolutePath().getParent()))
                .filter(there -> !workspace.isOfBundle());
    checked.forEach(out -> ExportTarget.outside(out, folder));
  }

  private static void requireFile(Path out) {
    if (Files.isDirectory(out)) {
      throw ProblemException.inFile(
          out, "This is a folder, not a file", "Name a file in it, or choose another name.");
    }
  }

  private static void requireNothingThere(Path out) {
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
