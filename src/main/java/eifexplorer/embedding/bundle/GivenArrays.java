package eifexplorer.embedding.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The arrays of a file or folder; closed when all that is wanted was read.
 *
 * @param path where they are from
 * @param format for people, such as {@code .npz archive}
 * @param all in the file's order
 * @param file is closed with it
 */
record GivenArrays(Path path, String format, List<GivenArray> all, AutoCloseableFile file)
    implements AutoCloseable {
  private static final int MOST_LISTED = 12;

  /** What is open while arrays are read. */
  @FunctionalInterface
  interface AutoCloseableFile {
    /** Closes it. */
    void close();
  }

  /** Copies the list. */
  GivenArrays {
    all = List.copyOf(all);
  }

  /** The array of exactly this name. */
  Optional<GivenArray> named(String name) {
    return all.stream().filter(array -> array.name().equals(name)).findFirst();
  }

  /** Whether it holds layers as state dicts name them: filters of four axes, or several weights. */
  boolean looksLikeNetwork() {
    long layers = all.stream().filter(array -> array.name().endsWith(".weight")).count();
    return layers > 1 || all.stream().anyMatch(array -> array.shape().size() == 4);
  }

  /** Names and shapes for people: what a message says the file holds. */
  String listed() {
    if (all.isEmpty()) {
      return "nothing";
    }
    String some =
        all.stream().limit(MOST_LISTED).map(GivenArray::toString).collect(Collectors.joining(", "));
    int more = all.size() - MOST_LISTED;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  @Override
  public void close() {
    file.close();
  }
}
