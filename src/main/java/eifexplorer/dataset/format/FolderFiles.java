package eifexplorer.dataset.format;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies directly in the folder of a data set. */
final class FolderFiles {
  private FolderFiles() {}

  /** The first of these relative paths that is a file. */
  static Optional<Path> firstOf(Path root, String... names) {
    return Stream.of(names).map(root::resolve).filter(Files::isRegularFile).findFirst();
  }

  /**
   * The first of these relative paths that is a file.
   *
   * @throws ProblemException saying what the folder should contain and what it does
   */
  static Path require(Path root, String layout, String... names) {
    return firstOf(root, names).orElseThrow(() -> missing(root, layout));
  }

  /** The problem that a folder is not what it should be. */
  static ProblemException missing(Path root, String layout) {
    if (!Files.exists(root)) {
      return ProblemException.inFile(root, "The folder does not exist", "Check its name.");
    }
    return ProblemException.inFile(
        root,
        "The data set's files are not in this folder",
        "It should contain " + layout + ". " + found(root) + ".");
  }

  /** What is in a folder, in words: up to eight names. */
  static String found(Path root) {
    if (!Files.isDirectory(root)) {
      return "Found: a file, not a folder";
    }
    try (Stream<Path> entries = Files.list(root)) {
      List<String> names =
          entries
              .limit(1000)
              .map(e -> e.getFileName() + (Files.isDirectory(e) ? "/" : ""))
              .sorted()
              .toList();
      if (names.isEmpty()) {
        return "Found: nothing";
      }
      String more = names.size() > 8 ? " and more" : "";
      return names.stream().limit(8).collect(Collectors.joining(", ", "Found: ", more));
    } catch (IOException | UncheckedIOException e) {
      return "It can't be read";
    }
  }
}
