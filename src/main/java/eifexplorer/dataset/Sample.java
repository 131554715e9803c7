package eifexplorer.dataset;

import eifexplorer.problem.PlainText;

/**
 * An image of a data set.
 *
 * @param path relative to the data set's root, with forward slashes
 * @param label dense label of its given class, see {@link ClassLabel}
 * @param split where it belongs
 */
public record Sample(String path, int label, Split split) {
  /** The last part of the path, for people: nothing in it that is not seen. */
  public String fileName() {
    return PlainText.of(path.substring(path.lastIndexOf('/') + 1));
  }
}
