package eifexplorer.session;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.demo.DemoFormat;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingBundles;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.embedding.RetrievalReport;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.JavaMatrixMath;
import eifexplorer.engine.MatrixMath;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The program's services: opens, trains, measures and explains. Used by the window and the command line alike; every
 * method runs on the calling thread.
 */
public final class Explorer implements SessionOpener, AutoCloseable {
  private final LazyEngine engine;
  private final MatrixMath math = new JavaMatrixMath();
  private final DatasetReferences datasets;
  private final BackboneFeatures features;
  private final SessionBuilder sessions = new SessionBuilder(math);
  private final InfluenceEstimators estimators = InfluenceEstimators.standard();
  private final ModelTraining training;
  private final DemoWorkspace demo;
  private final Path scratch;
  private final String version;

  /**
   * Services of this user.
   *
   * @param startEngine starts the tensor runtime, when it is first needed
   * @param folders where the demo is kept
   * @param version of the program, noted in what it makes
   */
  public Explorer(Supplier<Engine> startEngine, UserFolders folders, String version) {
    this.engine = new LazyEngine(startEngine);
    this.version = version;
    this.datasets =
        new DatasetReferences(new DatasetOpener(DatasetFormats.standard(new DemoFormat())));
    this.features = new BackboneFeatures(engine);
    this.training =
        new ModelTraining(math, datasets, features, new NetworkTraining(engine), version);
    this.demo = new DemoWorkspace(folders.data());
    this.scratch = folders.data().resolve("features");
  }

  @Override
  public ExplorerSession openWorkspace(Path folder, String modelId, JobContext context) {
    return open(Workspace.open(folder), modelId, context);
  }

  private ExplorerSession open(Workspace workspace, String modelId, JobContext context) {
    ModelStore models = new ModelStore(workspace);
    ModelCard card = modelId.isEmpty() ? models.current() : models.get(modelId);
    DatasetReference reference = workspace.manifest().dataset();
    RootGoneException.check(workspace);
    FeatureStore store = new FeatureStore(workspace::featureFolder);
    Fingerprint fingerprint = new Fingerprint(card.features());
    if (!store.contains(fingerprint)) {
      drawIfDemo(reference, context);
    }
    ImageDataset dataset = datasets.open(reference);
    context.checkCancelled();
    StoredModel model = models.load(card);
    DatasetFeatures found =
        store
            .find(fingerprint, dataset)
            .orElseGet(
                () ->
                    features.findOrExtract(
                        store,
                        fingerprint,
                        dataset,
                        card.preprocessing(),
                        models.backbone(card),
                        context));
    return sessions.build(workspace, found, model, context);
  }

  @Override
  public ExplorerSession openBundle(Path file, LossSpec loss, JobContext context) {
    EmbeddingBundle bundle = EmbeddingBundles.read(file);
    String name = file.getFileName().toString();
    LossSpec centred = loss.withCentres(bundle.proxies().centresPerClass());
    return sessions.build(
        name,
        Optional.empty(),
        BundleDataset.of(bundle, name),
        bundle,
        centred,
        loss.title() + " · bundle",
        context);
  }

  @Override
  public ExplorerSession openDemo(JobContext context) {
    return open(demo.prepare(), "", context);
  }

  @Override
  public ExplorerSession create(NewWorkspace request, JobContext context) {
    train(
        new TrainRequest(
            request.folder(),
            request.dataset(),
            Optional.of(request.weights()),
            new BackboneChoice(Optional.empty(), Optional.empty()),
            OptionalInt.empty(),
            OptionalInt.empty(),
            true,
            Optional.of(request.loss()),
            Optional.empty(),
            request.seed()),
        context);
    return openWorkspace(request.folder(), context);
  }

  /** Trains a model, measures it and puts it into its workspace as the current one. */
  public ModelCard train(TrainRequest request, JobContext context) {
    drawIfDemo(request.dataset(), context);
    return training.train(request, context);
  }

  private void drawIfDemo(DatasetReference dataset, JobContext context) {
    if (dataset.root().equals(demo.pictures().root().toString())) {
      demo.pictures().list();
      demo.pictures().ensureAll(true, context);
    }
  }

  /** Paints the demo's pictures that are not there yet, on one processor; see {@link #ensurePicture}. */
  public void drawDemo(JobContext context) {
    demo.pictures().ensureAll(false, context);
  }

  /** Makes sure that a picture is there to be read: the demo's are painted when they are first looked at. */
  public void ensurePicture(Path file) {
    demo.pictures().ensure(file);
  }

  /** What is done with workspaces besides exploring them. */
  public Workspaces workspaces() {
    return new Workspaces(
        this,
        new ModelImport(math, datasets, features, version),
        new DatasetRelocation(datasets),
        version);
  }

  /** What runs the networks, starting it if need be. */
  public EngineReport engineReport() {
    return engine.get().report();
  }

  /** Recall@k, MAP@R and NMI of the model's embeddings on the test images. */
  public RetrievalReport measure(ExplorerSession session, JobContext context) {
    EmbeddingBundle bundle = session.bundle();
    FeatureMatrix embeddings = Embeddings.of(bundle.testFeatures(), bundle.head(), math, context);
    return new Measurement(math).test(session.dataset(), embeddings, context);
  }

  /**
   * The same of a back bone's features: of the head's embeddings if the weights came with one, else of the plain features,
   * L2-normalised, so that neighbours are those of the largest cosine.
   */
  public RetrievalReport measureBackbone(BackboneRequest request, JobContext context) {
    BackboneSource source = BackboneSource.forMeasuring(request.weights(), request.backbone());
    drawIfDemo(request.dataset(), context);
    ImageDataset dataset = datasets.open(request.dataset());
    Fingerprint key = BackboneFeatures.fingerprint(dataset, request.preprocessing(), source);
    FeatureStore store = new FeatureStore(fingerprint -> scratch.resolve(fingerprint.digits()));
    DatasetFeatures found =
        features.findOrExtract(store, key, dataset, request.preprocessing(), source, context);
    FeatureMatrix embeddings =
        source
            .embeddingHead()
            .map(head -> Embeddings.of(found.test(), head, math, context))
            .orElseGet(() -> Embeddings.normalised(found.test()));
    return new Measurement(math).test(found.dataset(), embeddings, context);
  }

  /**
   * An estimator by its name, such as {@code eif}.
   *
   * @param options its settings by name; those not given have their standard values
   * @throws eifexplorer.problem.ProblemException for an unknown name, setting or value
   */
  public InfluenceEstimator estimator(
      ExplorerSession session, String id, Map<String, String> options) {
    return estimators.create(id, session.bundle(), session.loss(), options);
  }

  /**
   * Scores queries with an estimator; those of a workspace are kept in it and found again while weights, labels, settings
   * and query are the same.
   *
   * @param estimator made by {@link #estimator}
   * @param options the settings it was made with
   */
  public List<InfluenceScores> explain(
      ExplorerSession session,
      InfluenceEstimator estimator,
      Map<String, String> options,
      List<InfluenceQuery> queries,
      JobContext context) {
    String id = estimator.id();
    Optional<ResultStore> kept = session.workspace().map(ws -> new ResultStore(ws, version));
    List<InfluenceScores> all = new ArrayList<>();
    for (InfluenceQuery query : queries) {
      context.checkCancelled();
      InfluenceScores scores =
          kept.map(
                  store ->
                      store.findOrCompute(
                          session, id, options, query, () -> estimator.estimate(query, context)))
              .orElseGet(() -> estimator.estimate(query, context));
      all.add(scores);
      context.progress(all.size(), queries.size(), "queries");
    }
    return all;
  }

  /** Where the demo's pictures are. */
  public Path demoImages() {
    return demo.pictures().root();
  }

  @Override
  public void close() {
    engine.close();
  }
}
