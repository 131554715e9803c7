package eifexplorer.export;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes sure that exports go where nothing is lost: never into the data set's folder, never over a folder with files. */
public final class ExportTarget {
  private ExportTarget() {}

  /** Something that fills a folder. */
  @FunctionalInterface
  public interface Content {
    /** Writes below the folder, which is empty. */
    void writeTo(Path folder) throws IOException;
  }

  /**
   * Refuses a file or folder in the data set's folder, links followed.
   *
   * @param dataRoot empty for a data set without images
   */
  public static void outside(Path target, Optional<Path> dataRoot) {
    if (dataRoot.isEmpty()) {
      return;
    }
    try {
      @Nullable Path existing = target.toAbsolutePath().normalize();
      while (existing != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      if (existing != null && existing.toRealPath().startsWith(dataRoot.get().toRealPath())) {
        throw ProblemException.inFile(
            target,
            "Exports don't go into the data set's own folder",
            "Choose a place outside " + dataRoot.get() + ".");
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The place of the export can't be read", target.toString(), "Check its permissions.", e);
    }
  }

  /**
   * Makes a folder that appears whole or not at all.
   *
   * @throws ProblemException if it is there already with something in it, or can't be written
   */
  static void folder(Path target, Content content) {
    Path absolute = target.toAbsolutePath().normalize();
    try {
      if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(absolute)) {
        throw ProblemException.inFile(
            target,
            Files.isDirectory(absolute)
                ? "The folder is there already"
                : "The file is there already",
            "Choose a new or an empty folder.");
      }
      Files.createDirectories(absolute.getParent());
      Path temporary = Files.createDirectory(AtomicFiles.temporaryFor(absolute));
      try {
        content.writeTo(temporary);
        if (Files.isDirectory(absolute)) {
          delete(absolute);
        }
        Files.move(temporary, absolute);
      } catch (IOException | RuntimeException e) {
        delete(temporary);
        throw e;
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The folder can't be written", target.toString(), "Check the free space.", e);
    }
  }

  /**
   * Fills a folder with files that belong together, beside whatever else is in it: those that were there under the same
   * names are gone before the first new one is, so that no two sets are ever mixed.
   *
   * @param names all the names that files of a set may have
   * @throws ProblemException if it can't be written; the folder is then as it was
   */
  public static void replace(Path target, Set<String> names, Content content) {
    Path absolute = target.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(absolute) || isEmptyFolder(absolute)) {
        folder(target, content);
        return;
      }
      Path temporary = Files.createDirectory(AtomicFiles.temporaryFor(absolute));
      try {
        content.writeTo(temporary);
        for (String name : names) {
          Files.deleteIfExists(absolute.resolve(name));
        }
        for (Path file : Workspace.children(temporary)) {
          Files.move(file, absolute.resolve(file.getFileName()));
        }
      } finally {
        delete(temporary);
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The folder can't be written", target.toString(), "Check the free space.", e);
    }
  }

  private static boolean isEmptyFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && AtomicFiles.isEmpty(path);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
