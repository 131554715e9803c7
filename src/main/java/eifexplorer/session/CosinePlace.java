package eifexplorer.session;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.KernelGeneration;
import eifexplorer.model.ModelCard;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a workspace keeps a model's cosines with its training samples that do not fit the heap. */
final class CosinePlace {
  private static final Logger LOG = LoggerFactory.getLogger(CosinePlace.class);

  private CosinePlace() {}

  /** The folder, with a note of what is in it; empty if it can't be written. */
  static Optional<Path> of(
      Workspace workspace, ModelCard card, ImageDataset dataset, EmbeddingBundle bundle) {
    Path folder = workspace.resultFolder(fingerprint(card, dataset, bundle));
    String weights = ResultStore.weights(bundle.head(), bundle.proxies()).digits();
    try {
      Json.write(
          folder.resolve(ResultStore.PROVENANCE),
          new ProvenanceFactory("")
              .now(
                  "cosines of the training images",
                  Map.of("model", card.title(), ResultStore.WEIGHTS, weights),
                  Map.of()));
      return Optional.of(folder);
    } catch (ProblemException e) {
      LOG.warn("Cosines are not kept. {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Covers what they depend on: which rows of which features, their labels, head, proxies and loss. */
  private static Fingerprint fingerprint(
      ModelCard card, ImageDataset dataset, EmbeddingBundle bundle) {
    Fingerprint.Builder builder =
        bundle
            .head()
            .addTo(
                Fingerprint.builder()
                    .add("cosines", 1)
                    .add("kernels", KernelGeneration.CURRENT)
                    .add("features", card.features())
                    .add("loss", card.loss()))
            .add("proxies", bundle.proxies().values())
            .add("train labels", bundle.trainLabels());
    for (Sample sample : dataset.train()) {
      builder.add("path", sample.path());
    }
    return builder.build();
  }
}
