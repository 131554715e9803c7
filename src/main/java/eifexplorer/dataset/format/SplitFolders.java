package eifexplorer.dataset.format;

import eifexplorer.dataset.SkippedSample;
import eifexplorer.dataset.Split;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folders below a data set's that divide it into training and test: directly below it, or below the one folder that
 * holds all its images, as in {@code data/images/train}.
 *
 * @param parts which to read; the data set's own folder alone if nothing divides it
 * @param skipped folders beside the parts, which are not read
 */
record SplitFolders(List<Part> parts, List<SkippedSample> skipped) {
  /** Folders that hold nothing but one folder, and so on; more are no data set's. */
  private static final int MOST_WRAPPINGS = 3;

  /**
   * A folder to read.
   *
   * @param folder its path below the data set's, empty for that itself
   * @param split what its images are for; empty if nothing says it
   */
  record Part(String folder, Optional<Split> split) {}

  /** One folder that nothing divides; empty for the data set's own. */
  static SplitFolders only(String folder) {
    return new SplitFolders(List.of(new Part(folder, Optional.empty())), List.of());
  }

  /** Looks for folders whose names say what they are for; at least one of training and one of test images make a split. */
  static SplitFolders of(Path root, LinkBounds bounds) {
    String path = "";
    for (int depth = 0; depth <= MOST_WRAPPINGS; depth++) {
      SplitFolders found = at(root, path, bounds);
      Optional<String> only =
          found.parts().isEmpty()
              ? ImageTree.onlyFolder(root.resolve(path), bounds)
              : Optional.empty();
      if (only.isEmpty()) {
        return found.parts().isEmpty() ? only("") : found;
      }
      path += path.isEmpty() ? only.get() : "/" + only.get();
    }
    return only("");
  }

  /** The split directly below a folder; no parts if there is none. */
  private static SplitFolders at(Path root, String path, LinkBounds bounds) {
    Path above = root.resolve(path);
    String prefix = path.isEmpty() ? "" : path + "/";
    Map<String, Optional<SplitWord>> folders = folders(above);
    List<SplitWord> words = folders.values().stream().flatMap(Optional::stream).toList();
    boolean tested = words.stream().anyMatch(SplitWord::isTest);
    boolean validationIsTest = !tested;
    if (!words.contains(SplitWord.TRAIN) || (!tested && !words.contains(SplitWord.VALIDATION))) {
      return new SplitFolders(List.of(), List.of());
    }
    boolean hasQueries = words.contains(SplitWord.QUERY);
    List<Part> parts = new ArrayList<>();
    List<SkippedSample> skipped = new ArrayList<>();
    folders.forEach(
        (name, word) -> {
          Optional<Split> split = word.flatMap(w -> w.split(validationIsTest, hasQueries));
          Optional<String> link = bounds.trouble(above.resolve(name));
          if (link.isPresent()) {
            skipped.add(new SkippedSample(prefix + name, link.get()));
          } else if (split.isPresent()) {
            parts.add(new Part(prefix + name, split));
          } else {
            leaveOut(root, prefix + name, bounds, word.isPresent()).ifPresent(skipped::add);
          }
        });
    parts.sort((a, b) -> a.split().orElseThrow().compareTo(b.split().orElseThrow()));
    return new SplitFolders(parts, skipped);
  }

  /** What is left out with a folder; nothing if it holds no image. */
  private static Optional<SkippedSample> leaveOut(
      Path root, String folder, LinkBounds bounds, boolean validation) {
    int images = ImageTree.count(root.resolve(folder), bounds);
    return images == 0
        ? Optional.empty()
        : Optional.of(new SkippedSample(folder, whyNotRead(validation), images));
  }

  private static String whyNotRead(boolean validation) {
    return validation
        ? "the folder of validation images is not read, since there are test images"
        : "the folder lies beside those of training and test images and is not read";
  }

  private static Map<String, Optional<SplitWord>> folders(Path root) {
    Map<String, Optional<SplitWord>> folders = new TreeMap<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
          folders.put(name, name.startsWith(".") ? Optional.empty() : SplitWord.of(name));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new ProblemException(
          "The folder can't be read", root.toString(), "Check its name and your rights.", e);
    }
    return folders;
  }
}
