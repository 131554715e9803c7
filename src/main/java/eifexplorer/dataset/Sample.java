package eifexplorer.dataset;

/**
 * An image of a data set.
 *
 * @param path relative to the data set's root, with forward slashes
 * @param label dense label of its given class, see {@link ClassLabel}
 * @param split where it belongs
 */
public record Sample(String path, int label, Split split) {
  /** The last part of the path. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
