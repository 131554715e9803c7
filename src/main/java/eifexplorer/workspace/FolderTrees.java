package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Measures, moves and deletes folders with all that is in them; links are not followed. */
public final class FolderTrees {
  private FolderTrees() {}

  /** Bytes of all files below a folder, or of a file; 0 if it is absent. Files that vanish meanwhile don't count. */
  public static long size(Path root) {
    if (!Files.exists(root)) {
      return 0;
    }
    long[] bytes = {0};
    walk(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return bytes[0];
  }

  /** Deletes a folder with all that is in it; does nothing if it is absent. Throws {@link ProblemException}. */
  public static void delete(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    walk(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Moves a folder on the same disk, making the folder it goes into. Throws {@link ProblemException}. */
  public static void move(Path from, Path to) {
    try {
      Files.createDirectories(to.toAbsolutePath().getParent());
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unchangeable(from, e);
    }
  }

  private static void walk(Path root, SimpleFileVisitor<Path> visitor) {
    try {
      Files.walkFileTree(root, visitor);
    } catch (IOException e) {
      throw unchangeable(root, e);
    }
  }

  private static ProblemException unchangeable(Path folder, IOException e) {
    return new ProblemException(
        "The folder can't be read or changed",
        folder.toString(),
        "Check its permissions, and that no other program uses it.",
        e);
  }
}
