package eifexplorer.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * What a data set's own files say, before classes are chosen for training and testing.
 *
 * @param format id of the format that read it
 * @param root folder the paths are relative to
 * @param classNames in the data set's own order
 * @param images in the files' order
 * @param skipped listed images that can't be used (absent files), with reasons
 * @param usual which classes are usually trained on and tested
 */
public record DatasetListing(
    String format,
    Path root,
    List<String> classNames,
    List<ListedImage> images,
    List<SkippedSample> skipped,
    ClassSelection usual) {
  /** Copies the lists. */
  public DatasetListing {
    classNames = List.copyOf(classNames);
    images = List.copyOf(images);
    skipped = List.copyOf(skipped);
  }

  /** True if the files themselves divide the images into training and test. */
  public boolean hasOfficialSplit() {
    return images.stream().anyMatch(image -> image.split().isPresent());
  }
}
