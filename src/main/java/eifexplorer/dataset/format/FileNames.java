package eifexplorer.dataset.format;

import eifexplorer.workspace.NameEncoding;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the names of files survive as text, here and in lists: a name that does not can't be found again by it. */
final class FileNames {
  private FileNames() {}

  /** Why a listed file can't be found by its name; empty if it can. */
  static Optional<String> trouble(Path entry) {
    String name = entry.getFileName().toString();
    if (name.indexOf('\\') >= 0) {
      return Optional.of(
          "its name holds a backslash, which lists and other programs take for a folder; give it"
              + " another name");
    }
    return NameEncoding.isDamaged(name) && !isFoundAgain(entry, name)
        ? Optional.of(
            "its name can't be expressed in "
                + NameEncoding.name()
                + ", which file names are read in here; "
                + NameEncoding.remedy())
        : Optional.empty();
  }

  private static boolean isFoundAgain(Path entry, String name) {
    try {
      return entry.resolveSibling(name).equals(entry);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
