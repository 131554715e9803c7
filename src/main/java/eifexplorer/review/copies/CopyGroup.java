package eifexplorer.review.copies;

import eifexplorer.dataset.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Images that are one photograph.
 *
 * @param images usually two and more, training images first, each by ascending index
 * @param kind of the least sure link that holds them together
 * @param likeness of that link, 0..1
 */
public record CopyGroup(List<CopiedImage> images, CopyKind kind, double likeness) {
  /** Copies the list. */
  public CopyGroup {
    images = List.copyOf(images);
  }

  /** The same photograph with other samples, by their paths; without the images that are not among them. */
  CopyGroup with(Map<String, Sample> samples) {
    List<CopiedImage> there = new ArrayList<>();
    for (CopiedImage image : images) {
      Sample sample = samples.get(image.sample().path());
      if (sample != null) {
        there.add(new CopiedImage(image.test(), image.index(), sample));
      }
    }
    return new CopyGroup(there, kind, likeness);
  }

  /** How many labels the images have. */
  public int labels() {
    return (int) images.stream().map(image -> image.sample().label()).distinct().count();
  }

  /** True if the images have several labels, of which all but one are wrong. */
  public boolean isUnderTwoLabels() {
    return labels() > 1;
  }

  /** True if some are trained on and some tested with, so that the model is tested with what it was shown. */
  public boolean isAcrossSplits() {
    return images.stream().map(CopiedImage::test).distinct().count() > 1;
  }

  /** True if all are test images. */
  public boolean isWithinTest() {
    return images.stream().allMatch(CopiedImage::test);
  }

  /** Where its images are, for people: {@code training}, {@code test} or {@code training and test}. */
  public String place() {
    return isAcrossSplits() ? "training and test" : isWithinTest() ? "test" : "training";
  }
}
