package eifexplorer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Copies folders: what takes long to make is made once, and each test has its own. */
public final class Folders {
  private Folders() {}

  /** Copies all files below a folder into another, which may be there but for these files. */
  public static void copy(Path from, Path to) {
    try {
      for (Path file : files(from)) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a symbolic link; skips the test where the system or the user's rights forbid them, as on Windows. */
  public static Path link(Path link, Path target) throws IOException {
    try {
      return Files.createSymbolicLink(link, target);
    } catch (UnsupportedOperationException | FileSystemException e) {
      return Assumptions.abort("No symbolic link can be made here: " + e.getMessage());
    }
  }

  /** A new folder for all tests of a program, removed when it ends. */
  public static Path untilTheEnd(String name) {
    try {
      Path folder = Files.createTempDirectory(name);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files below a folder in the order of their paths. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
