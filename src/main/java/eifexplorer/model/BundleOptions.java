package eifexplorer.model;

import eifexplorer.training.LossSpec;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a bundle is opened that says no more than features and labels.
 *
 * @param loss what its model was trained with, or the proxies are fitted by; empty for the usual one
 * @param head where the last layer is from
 * @param centre whether the mean of the training features is taken off them; with an identity head only
 * @param normalise whether features are scaled to length 1; not with a head of the bundle's own
 * @param proxies where proxies are from that the bundle lacks
 * @param division how an undivided bundle is divided, see {@link eifexplorer.embedding.bundle.DividedBundle#of}
 * @param seed of a head's training
 * @param images the folder its images are looked for in, if any
 * @param followLinks whether links that lead out of that folder are followed
 * @param lossMatters whether it is refused to guess what a model with proxies of its own was trained with
 */
@RecordBuilder
public record BundleOptions(
    Optional<LossSpec> loss,
    HeadForm head,
    boolean centre,
    boolean normalise,
    ProxyForm proxies,
    String division,
    long seed,
    Optional<Path> images,
    boolean followLinks,
    boolean lossMatters)
    implements BundleOptionsBuilder.With {
  /** As the bundle says, with proxies fitted where it has none. */
  public static final BundleOptions USUAL =
      new BundleOptions(
          Optional.empty(),
          HeadForm.GIVEN,
          false,
          false,
          ProxyForm.FITTED,
          "",
          0,
          Optional.empty(),
          false,
          false);

  /** Where the last layer of a bundle is from. */
  public enum HeadForm {
    /** The bundle's own; the identity if it has none. */
    GIVEN,
    /** A head is trained on the features, with its proxies. */
    TRAINED
  }

  /** Where the proxies of a bundle without are from. */
  public enum ProxyForm {
    /** The loss is minimised with the embeddings as they are: {@link eifexplorer.training.ProxyFit}. */
    FITTED,
    /** The mean direction of each class: quick. */
    CENTROIDS
  }

  /** The usual way, for a model trained with this loss. */
  public static BundleOptions of(LossSpec loss) {
    return USUAL.withLoss(Optional.of(loss));
  }
}
