package eifexplorer.model;

import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelNoise;
import eifexplorer.dataset.NoiseSpec;
import eifexplorer.dataset.SplitChoice;
import eifexplorer.dataset.format.BundleSamples;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.dataset.format.OpenOptions;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the data set a workspace refers to. */
public final class DatasetReferences {
  private static final String DEMO = "demo";
  private static final String OFFICIAL = "official";

  private final DatasetOpener opener;
  private final LeftOutImages leftOut = new LeftOutImages();

  /** Opens references with this opener. */
  public DatasetReferences(DatasetOpener opener) {
    this.opener = opener;
  }

  /** What the data sets opened leave out. */
  public LeftOutImages leftOut() {
    return leftOut;
  }

  /** The data set, with label noise if the reference asks for it. */
  public ImageDataset open(DatasetReference reference) {
    return withNoise(openClean(read(reference), reference), reference);
  }

  /** What the data set's files list, to be divided once or several times. */
  public DatasetListing read(DatasetReference reference) {
    if (reference.format().equals(BundleSamples.FORMAT)) {
      return BundleSamples.read(Path.of(reference.root()));
    }
    DatasetListing listing =
        opener.read(
            reference.format(),
            Path.of(reference.root()),
            images(reference),
            reference.followLinks());
    leftOut.note(listing);
    return listing;
  }

  private static Optional<Path> images(DatasetReference reference) {
    return Optional.of(reference.images()).filter(folder -> !folder.isEmpty()).map(Path::of);
  }

  /** The data set without label noise, its listing divided as the reference says. */
  public ImageDataset openClean(DatasetListing listing, DatasetReference reference) {
    if (reference.format().equals(BundleSamples.FORMAT)) {
      return BundleSamples.dataset(
          listing, BundleSamples.FORMAT, images(reference), reference.followLinks());
    }
    OpenOptions options = OpenOptions.standard().withLinks(reference.followLinks());
    if (reference.format().equals(DEMO)) {
      // Its pictures are painted when they are looked at.
      options = options.withoutFileCheck();
    }
    ImageDataset dataset = opener.open(listing, split(reference), options);
    leftOut.note(dataset);
    return dataset;
  }

  /** The same data set with label noise if the reference asks for it. */
  public ImageDataset withNoise(ImageDataset clean, DatasetReference reference) {
    if (reference.noiseFraction() > 0) {
      String model = reference.noiseModel().isEmpty() ? "shift5" : reference.noiseModel();
      return clean.withNoise(
          new NoiseSpec(LabelNoise.byId(model), reference.noiseFraction(), reference.noiseSeed()));
    }
    return DatasetFormats.isNoisy(reference.format())
        ? clean.withNoise(NoiseSpec.reference(0))
        : clean;
  }

  /** Which classes a reference asks to train on and to test. */
  public static SplitChoice split(DatasetReference reference) {
    if (reference.trainClasses().equals(OFFICIAL)) {
      return SplitChoice.official();
    }
    return reference.trainClasses().isBlank()
        ? SplitChoice.usual()
        : SplitChoice.byClass(reference.trainClasses(), reference.testClasses());
  }
}
