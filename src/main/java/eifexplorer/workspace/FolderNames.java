package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of files and folders that were read from a file, which may have been made to lead elsewhere. */
public final class FolderNames {
  private static final int MAX_LENGTH = 200;

  private FolderNames() {}

  /**
   * The place of this name in a folder.
   *
   * @param name one name, without separators
   * @throws ProblemException if the name is none, or leads out of the folder
   */
  public static Path child(Path folder, @Nullable String name) {
    if (name != null && isPlain(name)) {
      try {
        Path child = folder.resolve(name);
        if (folder.equals(child.getParent())
            && folder.normalize().equals(child.normalize().getParent())) {
          return child;
        }
      } catch (InvalidPathException e) {
        // A name this system can't have is refused below.
      }
    }
    throw ProblemException.inFile(
        folder,
        "An id in the workspace is no name of a file: " + shown(name),
        "Open only workspaces whose files were made by this program.");
  }

  /** What a text read from a file names, if that can be a path on this system. */
  static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_LENGTH
        && name.chars().noneMatch(c -> c < ' ' || c == 0x7f || "/\\:*?\"<>|".indexOf(c) >= 0);
  }

  static String shown(@Nullable String name) {
    String text = name == null ? "none" : name.replaceAll("\\p{Cntrl}", "?");
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /**
   * Requires that what a file in a folder says of its own id is the folder's name.
   *
   * @throws ProblemException if it says something else
   */
  public static void requireOwn(Path file, @Nullable String id) {
    Path folder = file.toAbsolutePath().getParent();
    if (id == null || folder == null || !folder.getFileName().toString().equals(id)) {
      throw ProblemException.inFile(
          file,
          "The file belongs elsewhere: it says that its id is " + shown(id),
          "Restore it from a backup, or delete its folder.");
    }
  }
}
