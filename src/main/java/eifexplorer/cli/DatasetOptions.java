package eifexplorer.cli;

import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data set, and which of its classes. */
final class DatasetOptions {
  private static final double REFERENCE_NOISE = .1;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description =
          "cub, cars, inshop, sop, folder, csv, demo or auto; with _noisy: wrong labels are"
              + " injected.")
  @Nullable String dataset;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The data set's folder (csv: the file).")
  @Nullable Path root;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "The folder a csv file's images lie in (default: the file's own).")
  private @Nullable Path images;

  @Option(
      names = "--follow-links",
      description = "Read links that lead out of the data set's folder too.")
  private boolean followLinks;

  @Option(
      names = "--train-classes",
      paramLabel = "RANGES",
      defaultValue = "",
      description =
          "Classes trained on: 1-25,30 as in the class list, names, or \"official\" for the data"
              + " set's split.")
  private String trainClasses;

  @Option(
      names = "--test-classes",
      paramLabel = "RANGES",
      defaultValue = "",
      description = "Classes tested, unseen in training (default: all the others).")
  private String testClasses;

  @Option(
      names = "--mislabel-percentage",
      paramLabel = "P",
      description = "Share of training labels made wrong, 0 to 1 (default with _noisy: 0.1).")
  private @Nullable Double mislabelPercentage;

  @Option(
      names = "--mislabel-model",
      paramLabel = "shift5|uniform|confusion",
      defaultValue = "shift5",
      description =
          "How a wrong label is chosen: five classes on, any other class, or the class that looks"
              + " most alike (default: ${DEFAULT-VALUE}, as in the paper).")
  private String mislabelModel;

  /** What means nothing without a data set that is named. */
  private static final String[] OF_DATASET = {
    "--root",
    "--images",
    "--follow-links",
    "--train-classes",
    "--test-classes",
    "--mislabel-percentage",
    "--mislabel-model"
  };

  /** Throws {@link UsageException} for options that would be passed over. */
  void check(GivenOptions options) {
    options.require(given(), "--dataset NAME", OF_DATASET);
    options.require(
        mislabelPercentage != null || DatasetFormats.isNoisy(String.valueOf(dataset)),
        "--mislabel-percentage P or a data set's name with _noisy",
        "--mislabel-model");
  }

  boolean given() {
    return dataset != null;
  }

  boolean isDemo() {
    return "demo".equals(dataset);
  }

  /**
   * The data set in the words a workspace keeps.
   *
   * @param usualRoot used where no root is given (the demo); null to require one
   */
  DatasetReference reference(@Nullable Path usualRoot, long seed) {
    Path folder = root == null ? usualRoot : root;
    if (dataset == null || folder == null) {
      throw new UsageException("Missing option --root DIR for data set " + dataset);
    }
    String format = dataset.replaceFirst("_noisy$", "");
    String absolute = folder.toAbsolutePath().normalize().toString();
    double noise =
        mislabelPercentage != null
            ? mislabelPercentage
            : DatasetFormats.isNoisy(dataset) ? REFERENCE_NOISE : 0;
    if (noise < 0 || noise > 1) {
      throw ProblemException.badValue("--mislabel-percentage", noise, "0 to 1");
    }
    DatasetReference labelled =
        noise == 0
            ? DatasetReference.clean(format, absolute, trainClasses, testClasses)
            : new DatasetReference(
                format, absolute, trainClasses, testClasses, mislabelModel, noise, seed);
    DatasetReference reference = labelled.withFollowLinks(followLinks);
    return images == null
        ? reference
        : reference.withImages(images.toAbsolutePath().normalize().toString());
  }
}
