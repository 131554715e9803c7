package eifexplorer.dataset.format;

import eifexplorer.dataset.DatasetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds a data set one folder below the one that was named, where unpacking put it, or one above, where somebody named the
 * folder of its images. Only formats with files of their own are looked for: any folder of pictures is some data set. Links
 * that lead out of the folder are not looked behind.
 */
final class NearbyRoot {
  private static final int MOST_ENTRIES = 1000;
  private static final Set<String> TAKE_ANYTHING = Set.of("folder", "csv", "demo");

  private NearbyRoot() {}

  static boolean takesAnything(DatasetFormat format) {
    return TAKE_ANYTHING.contains(format.id());
  }

  /** Where the data set of this format is: the folder itself, or the only one near it that is recognised. */
  static Path of(DatasetFormat format, Path root) {
    if (takesAnything(format) || !Files.isDirectory(root) || format.recognises(root)) {
      return root;
    }
    return below(format, root).or(() -> above(format, root)).orElse(root);
  }

  /** The first of these formats whose data set is one folder below this one. */
  static Optional<DatasetFormat> formatBelow(List<DatasetFormat> formats, Path root) {
    return formats.stream()
        .filter(format -> !takesAnything(format) && below(format, root).isPresent())
        .findFirst();
  }

  /** The first of these formats whose data set is the folder above this one, where this is the folder of its images. */
  static Optional<DatasetFormat> formatAbove(List<DatasetFormat> formats, Path root) {
    return formats.stream()
        .filter(format -> !takesAnything(format) && above(format, root).isPresent())
        .findFirst();
  }

  private static Optional<Path> below(DatasetFormat format, Path root) {
    if (!Files.isDirectory(root)) {
      return Optional.empty(); // listing a pipe would wait for who writes into it
    }
    try (Stream<Path> entries = Files.list(root)) {
      LinkBounds bounds = LinkBounds.of(root, false);
      List<Path> found =
          entries
              .limit(MOST_ENTRIES)
              .filter(entry -> Files.isDirectory(entry) && bounds.trouble(entry).isEmpty())
              .filter(format::recognises)
              .toList();
      return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> above(DatasetFormat format, Path root) {
    return Optional.ofNullable(root.toAbsolutePath().normalize().getParent())
        .filter(format::recognises);
  }
}
