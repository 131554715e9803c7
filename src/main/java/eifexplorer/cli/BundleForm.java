package eifexplorer.cli;

import eifexplorer.model.BundleOptions;
import eifexplorer.model.BundleOptions.HeadForm;
import eifexplorer.model.BundleOptions.ProxyForm;
import eifexplorer.training.LossSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of a bundle that says no more than features and labels. */
final class BundleForm {
  /** Its options. */
  static final String[] NAMES = {
    "--divide", "--train-head", "--centre", "--normalise", "--centroids"
  };

  @Option(
      names = "--divide",
      paramLabel = "classes|images|RANGES",
      defaultValue = "",
      description =
          "Bundle without a split: train on the first half of the classes (default), on every"
              + " second image of each class, or on these classes.")
  private String divide;

  @Option(
      names = "--train-head",
      description =
          "Bundle: train a head on the features, with its proxies (default: its own head, or the"
              + " features as they are).")
  private boolean trainHead;

  @Option(
      names = "--centre",
      description = "Bundle without a head: take the mean of the training features off.")
  private boolean centre;

  @Option(names = "--normalise", description = "Bundle: scale the features to length 1.")
  private boolean normalise;

  @Option(
      names = "--centroids",
      description =
          "Bundle without proxies: class centroids stand for them (default: proxies are fitted).")
  private boolean centroids;

  /**
   * The options.
   *
   * @param loss of the proxies; null for the usual one
   */
  BundleOptions options(@Nullable LossSpec loss) {
    return BundleOptions.USUAL.with(
        chosen ->
            chosen
                .loss(Optional.ofNullable(loss))
                .head(trainHead ? HeadForm.TRAINED : HeadForm.GIVEN)
                .centre(centre)
                .normalise(normalise)
                .proxies(centroids ? ProxyForm.CENTROIDS : ProxyForm.FITTED)
                .division(divide));
  }
}
