package eifexplorer.dataset;

/**
 * An image, a whole class or a folder that is left out.
 *
 * @param path relative to the data set's root; the name of a class that has no image left
 * @param reason why, in words
 * @param images how many images are left out by it: none for a class, whose images are told one by one
 */
public record SkippedSample(String path, String reason, int images) {
  /** A single image. */
  public SkippedSample(String path, String reason) {
    this(path, reason, 1);
  }
}
