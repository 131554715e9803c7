package eifexplorer.dataset;

/**
 * A training image's label, corrected.
 *
 * @param sample path of the image
 * @param from name of the class it had
 * @param to name of the class it gets; empty if it is left out of training
 */
public record LabelChange(String sample, String from, String to) {
  /** Stands for the class of an image that is left out. */
  public static final String EXCLUDED = "";

  /** True if the image is left out of training. */
  public boolean excludes() {
    return to.isEmpty();
  }
}
