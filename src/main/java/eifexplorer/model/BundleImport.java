package eifexplorer.model;

import eifexplorer.dataset.format.BundleSamples;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.embedding.bundle.BundleReader;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import eifexplorer.workspace.WritablePlaces;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a workspace of an embedding bundle, which holds all that the bundle held: its samples, features and model. The
 * bundle's own file is not needed any more.
 */
public final class BundleImport {
  private static final String SAMPLES = "samples.csv";

  private final MatrixMath math;
  private final String version;

  /** An import that notes the version of the program. */
  public BundleImport(MatrixMath math, String version) {
    this.math = math;
    this.version = version;
  }

  /**
   * A bundle to become a workspace.
   *
   * @param folder where the workspace goes; empty or new
   * @param bundle the file or folder
   * @param options how it is completed
   */
  public record Request(Path folder, Path bundle, BundleOptions options) {}

  /**
   * Makes the workspace.
   *
   * @return its model
   * @throws eifexplorer.problem.ProblemException if the bundle can't be read or completed, or the folder holds something
   * @throws eifexplorer.job.JobCancelledException when cancelled; the folder is then as it was, or has no model yet
   */
  public ModelCard make(Request request, JobContext context) {
    WritablePlaces.require(request.folder());
    context.log("Reading " + request.bundle());
    CompleteBundle complete =
        new BundleCompletion(math)
            .complete(BundleReader.read(request.bundle()), request.options(), context);
    Map<String, Double> metrics = measure(complete, context);
    Workspace workspace = workspace(request);
    AtomicFiles.write(
        workspace.folder().resolve(SAMPLES), out -> BundleSamples.write(complete.dataset(), out));
    Fingerprint key = key(complete.bundle());
    new FeatureStore(workspace::featureFolder)
        .put(
            key,
            complete.dataset(),
            complete.bundle().trainFeatures(),
            complete.bundle().testFeatures());
    return save(workspace, request, complete, key, metrics);
  }

  private static Workspace workspace(Request request) {
    String images = request.options().images().map(BundleImport::absolute).orElse("");
    Path folder = request.folder().toAbsolutePath().normalize();
    DatasetReference reference =
        DatasetReference.clean(BundleSamples.FORMAT, folder.resolve(SAMPLES).toString(), "", "")
            .withImages(images)
            .withFollowLinks(request.options().followLinks());
    return Workspace.create(folder, folder.getFileName().toString(), reference);
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private static Fingerprint key(EmbeddingBundle bundle) {
    Fingerprint.Builder key = Fingerprint.builder();
    bundle.trainPaths().forEach(path -> key.add("train", path));
    bundle.testPaths().forEach(path -> key.add("test", path));
    for (int row = 0; row < bundle.trainFeatures().rows(); row++) {
      key.add("features", bundle.trainFeatures().row(row));
    }
    for (int row = 0; row < bundle.testFeatures().rows(); row++) {
      key.add("features", bundle.testFeatures().row(row));
    }
    return key.build();
  }

  private Map<String, Double> measure(CompleteBundle complete, JobContext context) {
    EmbeddingBundle bundle = complete.bundle();
    Map<String, Double> metrics = new LinkedHashMap<>();
    new Measurement(math)
        .test(
            complete.dataset(),
            Embeddings.of(bundle.testFeatures(), bundle.head(), math, context),
            context)
        .asMap()
        .forEach((name, value) -> metrics.put(name, value.doubleValue()));
    return metrics;
  }

  private ModelCard save(
      Workspace workspace,
      Request request,
      CompleteBundle complete,
      Fingerprint key,
      Map<String, Double> metrics) {
    EmbeddingBundle bundle = complete.bundle();
    BackboneSpec spec =
        new BackboneSpec(
            new TorchScriptNetwork(bundle.trainFeatures().columns()), Pooling.AVERAGE, false);
    ModelCard card =
        ModelCardBuilder.builder()
            .id(workspace.claimModel(complete.loss().name() + "_bundle"))
            .backbone(spec.describe())
            .loss(complete.loss())
            .embeddingSize(bundle.head().embeddingSize())
            .epochs(complete.epochs().orElse(0))
            .frozenBackbone(true)
            .features(key.digits())
            .metrics(metrics)
            .provenance(provenance(request, complete))
            .name(complete.title())
            .build();
    new ModelStore(workspace)
        .save(
            card, BackboneSource.of(spec, StateDict.of(Map.of())), bundle.head(), bundle.proxies());
    workspace.withCurrentModel(card.id());
    return card;
  }

  private Provenance provenance(Request request, CompleteBundle complete) {
    BundleOptions options = request.options();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("head", complete.head());
    parameters.put("proxies", complete.proxies());
    parameters.put("loss", complete.loss().toString());
    parameters.put("centred", String.valueOf(options.centre()));
    parameters.put("normalised", String.valueOf(options.normalise()));
    parameters.put("notes", String.join(" ", complete.notes()));
    return new ProvenanceFactory(version)
        .now("import", Map.of("bundle", absolute(request.bundle())), parameters);
  }
}
