package eifexplorer.session;

import eifexplorer.array.KeptArrays;
import eifexplorer.array.Npz;
import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.confusion.NearestOfEach;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.KernelGeneration;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.ModelCard;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Nearest neighbours kept in a workspace, {@code results/<fingerprint>/nearest.npz}, so that a large test set is searched
 * once for each model and not each time it is opened.
 */
final class NearestStore {
  private static final String FILE = "nearest.npz";

  private final Workspace workspace;
  private final MatrixMath math;
  private final Duration saveEvery;

  NearestStore(Workspace workspace, MatrixMath math) {
    this(workspace, math, Duration.ofSeconds(10));
  }

  /** Keeping a search under way so often. */
  NearestStore(Workspace workspace, MatrixMath math, Duration saveEvery) {
    this.workspace = workspace;
    this.math = math;
    this.saveEvery = saveEvery;
  }

  /**
   * The nearest neighbour of every test sample of a data set whose features are those of the model's card. A search that was
   * cancelled or killed goes on where it was kept last.
   *
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  NearestOfEach findOrSearch(
      ModelCard card, ImageDataset dataset, EmbeddingBundle bundle, JobContext context) {
    Path folder = workspace.resultFolder(fingerprint(card, dataset, bundle));
    Path file = folder.resolve(FILE);
    Optional<NearestOfEach> kept = read(file, dataset.test().size());
    if (kept.isPresent()) {
      return kept.get();
    }
    PartialSearch partial = new PartialSearch(folder, saveEvery);
    NearestOfEach found = new ConfusionFinder(math).nearest(bundle, partial, context);
    KeptArrays.keep(
        () -> {
          Json.write(folder.resolve(ResultStore.PROVENANCE), provenance(card, bundle));
          write(file, found);
          partial.delete();
        });
    return found;
  }

  private static Provenance provenance(ModelCard card, EmbeddingBundle bundle) {
    String weights = ResultStore.weights(bundle.head(), bundle.proxies()).digits();
    return new ProvenanceFactory("")
        .now(
            "nearest neighbours",
            Map.of("model", card.title(), ResultStore.WEIGHTS, weights),
            Map.of());
  }

  /** Covers what embeddings depend on: which rows of which features, the head, and what computes. */
  private Fingerprint fingerprint(ModelCard card, ImageDataset dataset, EmbeddingBundle bundle) {
    Fingerprint.Builder builder =
        Fingerprint.builder()
            .add("nearest", 1)
            .add("kernels", KernelGeneration.of(math))
            .add("features", card.features())
            .add("weight", bundle.head().weight())
            .add("bias", bundle.head().bias());
    dataset.test().forEach(sample -> builder.add("path", sample.path()));
    return builder.build();
  }

  private static Optional<NearestOfEach> read(Path file, int size) {
    return KeptArrays.read(
        file,
        npz ->
            new NearestOfEach(
                npz.array("nearest").requireShape(size).ints(),
                npz.array("distance").requireShape(size).doubles()));
  }

  private static void write(Path file, NearestOfEach found) {
    AtomicFiles.write(
        file,
        out -> {
          Npz.Writer writer = new Npz.Writer(out);
          writer.put(
              "nearest", Arrays.stream(found.indices()).asLongStream().toArray(), found.size());
          writer.put("distance", found.distances(), found.size());
          writer.finish();
        });
  }
}
