package eifexplorer.dataset;

import java.util.Objects;

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

  /** Throws {@link NullPointerException} if a field is absent. */
  public LabelChange {
    Objects.requireNonNull(sample);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
  }

  /** True if the image is left out of training. */
  public boolean excludes() {
    return to.isEmpty();
  }
}
