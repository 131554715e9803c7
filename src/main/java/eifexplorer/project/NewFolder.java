package eifexplorer.project;

import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Where a new workspace may go. */
public final class NewFolder {
  private NewFolder() {}

  /**
   * A free folder for the workspace of a file or folder: beside it if that may be written, else in {@code home}.
   *
   * @param home the user's folder
   */
  public static Path suggested(Path source, Path home) {
    return suggested(source, home, Optional.empty());
  }

  /** The same in the folder that was chosen for new workspaces, which need not be there yet. */
  public static Path suggested(Path source, Path home, Optional<Path> chosen) {
    Path absolute = source.toAbsolutePath().normalize();
    Path parent = Objects.requireNonNullElse(absolute.getParent(), absolute);
    Path beside = Files.isWritable(parent) ? parent : home.resolve("eif-explorer");
    Path where = chosen.orElse(beside);
    String name = Objects.requireNonNullElse(absolute.getFileName(), absolute).toString();
    String stem =
        Files.isDirectory(absolute) ? name : name.replaceFirst("(\\.[A-Za-z]{2,11}){1,2}$", "");
    Path free = where.resolve(stem + "-workspace");
    for (int n = 2; Files.exists(free); n++) {
      free = where.resolve(stem + "-workspace-" + n);
    }
    return free;
  }

  /** Why a folder can't become a new workspace, a sentence; empty if it can. */
  public static String trouble(Path folder) {
    if (Files.isRegularFile(folder)) {
      return "This is no folder.";
    }
    if (Workspace.exists(folder)) {
      return "There is a workspace already: choose a new folder.";
    }
    return Workspace.children(folder).isEmpty()
        ? ""
        : "The folder holds other files: choose an empty or a new one.";
  }
}
