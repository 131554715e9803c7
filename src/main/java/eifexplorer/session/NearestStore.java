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
public final class NearestStore {
  private static final String FILE = "nearest.npz";

  private final Workspace workspace;
  private final MatrixMath math;
  private final Duration saveEvery;

  /** Those of a workspace, searched with these products where they are not kept. */
  public NearestStore(Workspace workspace, MatrixMath math) {
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
    Path folder = folder(card, dataset, bundle);
    Optional<NearestOfEach> kept = read(folder, dataset);
    if (kept.isPresent()) {
      return kept.get();
    }
    PartialSearch partial = new PartialSearch(folder, saveEvery);
    NearestOfEach found = new ConfusionFinder(math).nearest(bundle, partial, context);
    KeptArrays.keep(
        () -> {
          keep(folder, card, bundle, found, Map.of());
          partial.delete();
        });
    return found;
  }

  /** The nearest neighbours that are kept; empty if none are, or they are damaged. */
  public Optional<NearestOfEach> find(
      ModelCard card, ImageDataset dataset, EmbeddingBundle bundle) {
    return read(folder(card, dataset, bundle), dataset);
  }

  private static Optional<NearestOfEach> read(Path folder, ImageDataset dataset) {
    return read(folder.resolve(FILE), dataset.test().size());
  }

  /** Where they are kept, named by their fingerprint. */
  public Path folder(ModelCard card, ImageDataset dataset, EmbeddingBundle bundle) {
    return workspace.resultFolder(fingerprint(card, dataset, bundle));
  }

  /**
   * Keeps what was found.
   *
   * @param parameters for the provenance, such as where it was found
   * @throws eifexplorer.problem.ProblemException if it can't be written
   */
  public void keep(
      ModelCard card,
      ImageDataset dataset,
      EmbeddingBundle bundle,
      NearestOfEach found,
      Map<String, String> parameters) {
    keep(folder(card, dataset, bundle), card, bundle, found, parameters);
  }

  private static void keep(
      Path folder,
      ModelCard card,
      EmbeddingBundle bundle,
      NearestOfEach found,
      Map<String, String> parameters) {
    Json.write(folder.resolve(ResultStore.PROVENANCE), provenance(card, bundle, parameters));
    write(folder.resolve(FILE), found);
  }

  private static Provenance provenance(
      ModelCard card, EmbeddingBundle bundle, Map<String, String> parameters) {
    String weights = ResultStore.weights(bundle.head(), bundle.proxies()).digits();
    return new ProvenanceFactory("")
        .now(
            "nearest neighbours",
            Map.of("model", card.title(), ResultStore.WEIGHTS, weights),
            parameters);
  }

  /** Covers what embeddings depend on: which rows of which features, the head, and what computes. */
  private Fingerprint fingerprint(ModelCard card, ImageDataset dataset, EmbeddingBundle bundle) {
    Fingerprint.Builder builder =
        bundle
            .head()
            .addTo(
                Fingerprint.builder()
                    .add("nearest", 1)
                    .add("kernels", KernelGeneration.of(math))
                    .add("features", card.features()));
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
