package eifexplorer.dataset;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An image's label, corrected.
 *
 * @param sample path of the image
 * @param from name of the class it had
 * @param to name of the class it gets; empty if it is left out of training, or of measuring
 * @param split where the image belongs; revisions of before there were corrected test images do not say: training
 */
public record LabelChange(String sample, String from, String to, Split split) {
  /** Stands for the class of an image that is left out. */
  public static final String EXCLUDED = "";

  /** Throws {@link NullPointerException} if a text is absent. */
  public LabelChange(String sample, String from, String to, @Nullable Split split) {
    this.sample = Objects.requireNonNull(sample);
    this.from = Objects.requireNonNull(from);
    this.to = Objects.requireNonNull(to);
    this.split = split == null ? Split.TRAIN : split;
  }

  /** Of a training image. */
  public LabelChange(String sample, String from, String to) {
    this(sample, from, to, Split.TRAIN);
  }

  /** True if the image is left out of training, or of measuring. */
  public boolean excludes() {
    return to.isEmpty();
  }

  /** True if the image is a test image. */
  public boolean isOfTest() {
    return split.isTest();
  }
}
