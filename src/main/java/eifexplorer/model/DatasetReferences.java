package eifexplorer.model;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelNoise;
import eifexplorer.dataset.NoiseSpec;
import eifexplorer.dataset.SplitChoice;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.dataset.format.OpenOptions;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;

/** Opens the data set a workspace refers to. */
public final class DatasetReferences {
  private static final String DEMO = "demo";
  private static final String OFFICIAL = "official";

  private final DatasetOpener opener;

  /** Opens references with this opener. */
  public DatasetReferences(DatasetOpener opener) {
    this.opener = opener;
  }

  /** The data set, with label noise if the reference asks for it. */
  public ImageDataset open(DatasetReference reference) {
    OpenOptions options = OpenOptions.standard();
    if (reference.format().equals(DEMO)) {
      // Its pictures are painted when they are looked at.
      options = options.withoutFileCheck();
    }
    if (reference.noiseFraction() > 0) {
      String model = reference.noiseModel().isEmpty() ? "shift5" : reference.noiseModel();
      options =
          options.withNoise(
              new NoiseSpec(
                  LabelNoise.byId(model), reference.noiseFraction(), reference.noiseSeed()));
    }
    return opener.open(reference.format(), Path.of(reference.root()), split(reference), options);
  }

  private static SplitChoice split(DatasetReference reference) {
    if (reference.trainClasses().equals(OFFICIAL)) {
      return SplitChoice.official();
    }
    return reference.trainClasses().isBlank()
        ? SplitChoice.usual()
        : SplitChoice.byClass(reference.trainClasses(), reference.testClasses());
  }
}
