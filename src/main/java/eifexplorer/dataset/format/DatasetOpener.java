package eifexplorer.dataset.format;

import eifexplorer.dataset.DatasetAssembly;
import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.NoiseSpec;
import eifexplorer.dataset.SplitChoice;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens a data set: reads what its files list, leaves out what is not there, divides it into training and test samples.
 * Nothing is written, no image is decoded.
 */
public final class DatasetOpener {
  /** Instead of a format's id: whichever recognises the folder. */
  public static final String AUTO = "auto";

  private final DatasetFormats formats;

  /** An opener for these formats. */
  public DatasetOpener(DatasetFormats formats) {
    this.formats = formats;
  }

  /**
   * Reads and divides in one step.
   *
   * <p>With an id such as {@code cub_noisy} and no noise in the options, {@link NoiseSpec#reference} with seed 0 is
   * injected.
   *
   * @param formatId id of a format, perhaps with {@code _noisy}, or {@link #AUTO}
   * @param root folder or file of the data set
   * @throws ProblemException if the files are broken or no training or test image remains
   */
  public ImageDataset open(String formatId, Path root, SplitChoice split, OpenOptions options) {
    boolean addNoise = DatasetFormats.isNoisy(formatId) && options.noise().isEmpty();
    return open(
        read(formatId, root, Optional.empty(), options.followLinks()),
        split,
        addNoise ? options.withNoise(NoiseSpec.reference(0)) : options);
  }

  /** What the data set's files list, to choose classes from. Throws {@link ProblemException} if they are broken. */
  public DatasetListing read(String formatId, Path root) {
    return read(formatId, root, Optional.empty(), false);
  }

  /**
   * What the data set's files list.
   *
   * @param images the folder its images lie in, if not where its files say
   * @param followLinks whether links that lead out of its folder are followed
   * @throws ProblemException if the files are broken or the images' folder is not there
   */
  public DatasetListing read(
      String formatId, Path root, Optional<Path> images, boolean followLinks) {
    if (!Files.exists(root)) {
      throw ProblemException.inFile(
          root, "The data set's folder does not exist", "Check its name.");
    }
    if (!Files.isDirectory(root)) {
      RegularFile.of(root);
    }
    DatasetFormat format = format(formatId, root, followLinks);
    Path place = NearbyRoot.of(format, root);
    if (images.isPresent() && !Files.isDirectory(images.get())) {
      throw ProblemException.inFile(
          images.get(), "The folder of images does not exist", "Check its name.");
    }
    DatasetListing listing =
        images.isPresent()
            ? format.read(root, images.get())
            : format.read(place).withOtherReadings(otherReadings(format, root, place));
    return listing.withOtherReadings(AlikeNames.remarks(listing.classNames()));
  }

  /** Sentences on a data set near the folder that was named, and on others in the same folder. */
  private List<String> otherReadings(DatasetFormat chosen, Path root, Path place) {
    List<String> readings = new ArrayList<>();
    if (!place.equals(root)) {
      readings.add(
          String.format(
              Locale.ROOT,
              "The data set is read from %s, as %s. The pictures in %s alone are read with the"
                  + " format folder.",
              place,
              chosen.title(),
              root));
    }
    if (chosen.id().equals("folder")) {
      NearbyRoot.formatAbove(formats.all(), root)
          .ifPresent(
              above ->
                  readings.add(
                      String.format(
                          Locale.ROOT,
                          "The pictures in %s are read as a folder of images. The folder above is"
                              + " %s: name that one to read its own lists.",
                          root,
                          above.title())));
    }
    for (DatasetFormat other : formats.all()) {
      boolean known = other.id().equals(chosen.id()) || NearbyRoot.takesAnything(other);
      if (!known && other.recognises(place)) {
        readings.add(
            String.format(
                Locale.ROOT,
                "The folder is read as %s. It could be %s too: that is the format %s.",
                chosen.title(),
                other.title(),
                other.id()));
      }
    }
    return readings;
  }

  private DatasetFormat format(String id, Path root, boolean followLinks) {
    DatasetFormat format = id.equals(AUTO) ? formats.recognise(root) : formats.byId(id);
    return followLinks ? format.followingLinks() : format;
  }

  /**
   * Divides a listing.
   *
   * @throws ProblemException if no training or test image remains
   */
  public ImageDataset open(DatasetListing listing, SplitChoice split, OpenOptions options) {
    Function<ListedImage, Optional<String>> absence = image -> Optional.empty();
    if (options.checkFiles()) {
      LinkBounds bounds = LinkBounds.of(listing.root(), options.followLinks());
      FolderIndex index = new FolderIndex(listing.root(), bounds);
      absence = image -> index.absence(image.path());
    }
    ImageDataset dataset = new DatasetAssembly(listing, split.select(listing), absence).assemble();
    return options.noise().map(dataset::withNoise).orElse(dataset);
  }
}
