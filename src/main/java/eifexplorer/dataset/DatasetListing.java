package eifexplorer.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a data set's own files say, before classes are chosen for training and testing.
 *
 * @param format id of the format that read it
 * @param root folder the paths are relative to
 * @param classNames in the data set's own order
 * @param images in the files' order
 * @param skipped listed images that can't be used (absent files), with reasons
 * @param usual which classes are usually trained on and tested
 * @param otherReadings sentences on what the files could be read as instead, where there was a choice
 */
public record DatasetListing(
    String format,
    Path root,
    List<String> classNames,
    List<ListedImage> images,
    List<SkippedSample> skipped,
    ClassSelection usual,
    List<String> otherReadings) {
  /** Copies the lists. */
  public DatasetListing {
    classNames = List.copyOf(classNames);
    images = List.copyOf(images);
    skipped = List.copyOf(skipped);
    otherReadings = List.copyOf(otherReadings);
  }

  /** Files that can be read in one way only. */
  public DatasetListing(
      String format,
      Path root,
      List<String> classNames,
      List<ListedImage> images,
      List<SkippedSample> skipped,
      ClassSelection usual) {
    this(format, root, classNames, images, skipped, usual, List.of());
  }

  /** The same with more sentences on how it could be read instead, before those there are. */
  public DatasetListing withOtherReadings(List<String> more) {
    List<String> all = Stream.concat(more.stream(), otherReadings.stream()).toList();
    return new DatasetListing(format, root, classNames, images, skipped, usual, all);
  }

  /** True if the files themselves divide the images into training and test. */
  public boolean hasOfficialSplit() {
    return images.stream().anyMatch(image -> image.split().isPresent());
  }
}
