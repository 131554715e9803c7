package eifexplorer.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelCorrections;
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
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.PairSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.BackboneFeatures;
import eifexplorer.model.BackboneRequest;
import eifexplorer.model.BackboneSource;
import eifexplorer.model.BundleDataset;
import eifexplorer.model.CorrectedFeatures;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.LazyEngine;
import eifexplorer.model.Measurement;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelImport;
import eifexplorer.model.ModelStore;
import eifexplorer.model.RootGoneException;
import eifexplorer.retrain.ReweightOutcome;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.retrain.ReweightedModels;
import eifexplorer.retrain.Reweighting;
import eifexplorer.review.revision.Revisions;
import eifexplorer.run.ModelTraining;
import eifexplorer.run.NetworkTraining;
import eifexplorer.run.NoiseModels;
import eifexplorer.run.RunCheckpoints;
import eifexplorer.run.RunListing;
import eifexplorer.run.RunObserver;
import eifexplorer.run.TrainRequest;
import eifexplorer.run.TrainingRuns;
import eifexplorer.run.Trainings;
import eifexplorer.session.AllPairsSurveyor;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.ModelExport;
import eifexplorer.session.NewWorkspace;
import eifexplorer.session.PairSurveyor;
import eifexplorer.session.ResultStore;
import eifexplorer.session.SessionBuilder;
import eifexplorer.session.SessionEstimators;
import eifexplorer.session.SessionInsights;
import eifexplorer.session.SessionOpener;
import eifexplorer.training.LossConstant;
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
public final class Explorer implements SessionOpener, Trainings, ReweightTrials, AutoCloseable {
  private final LazyEngine engine;
  private final MatrixMath math = new JavaMatrixMath();
  private final DatasetReferences datasets;
  private final BackboneFeatures features;
  private final SessionBuilder sessions = new SessionBuilder(math);
  private final InfluenceEstimators estimators = InfluenceEstimators.standard();

  /** By identity, and only as long as the session itself is used. */
  private final Cache<ExplorerSession, ImageInsights> insights =
      Caffeine.newBuilder().weakKeys().build();

  private final TrainingRuns runs;
  private final DemoWorkspace demo;
  private final FeatureStore scratch;
  private final ReviewService reviews;
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
    Path kept = folders.data().resolve("features");
    this.scratch = new FeatureStore(fingerprint -> kept.resolve(fingerprint.digits()));
    NoiseModels noise = new NoiseModels(datasets, this.features, scratch);
    ModelTraining training =
        new ModelTraining(math, this.features, new NetworkTraining(engine, math));
    this.runs =
        new TrainingRuns(math, datasets, noise, training, version, RunCheckpoints.Rhythm.USUAL);
    this.demo = new DemoWorkspace(folders.data());
    this.reviews =
        new ReviewService(
            math,
            datasets,
            sessions,
            this::features,
            this,
            new AllPairsSurveyor(this::insights, Map.of(), version),
            demo.pictures()::ensure,
            version);
  }

  @Override
  public ExplorerSession openWorkspace(Path folder, String modelId, JobContext context) {
    return open(Workspace.open(folder), modelId, OptionalInt.empty(), context);
  }

  /** Opens a workspace with a revision's labels and the newest model trained on them, which there must be. */
  public ExplorerSession openLabels(Path folder, int revision, JobContext context) {
    Workspace workspace = Workspace.open(folder);
    new Revisions(workspace.review()).get(revision);
    String id = new ModelStore(workspace).trainedOn(revision).id();
    return open(workspace, id, OptionalInt.of(revision), context);
  }

  /** The same with the training labels of a label revision; 0 for the data set's own. */
  public ExplorerSession openWorkspace(
      Path folder, String modelId, int revision, JobContext context) {
    return open(Workspace.open(folder), modelId, OptionalInt.of(revision), context);
  }

  private ExplorerSession open(
      Workspace workspace, String modelId, OptionalInt revision, JobContext context) {
    workspace.sweep();
    ModelStore models = new ModelStore(workspace);
    ModelCard card = modelId.isEmpty() ? models.current() : models.get(modelId);
    DatasetFeatures found = features(workspace, card, context);
    return sessions.build(
        workspace,
        CorrectedFeatures.of(found, corrections(workspace, revision)),
        models.load(card),
        context);
  }

  private static LabelCorrections corrections(Workspace workspace, OptionalInt revision) {
    Revisions revisions = new Revisions(workspace.review());
    return (revision.isPresent() ? revisions.get(revision.getAsInt()) : revisions.current())
        .corrections();
  }

  /** The features a model goes with, and the data set with its own labels. */
  private DatasetFeatures features(Workspace workspace, ModelCard card, JobContext context) {
    DatasetReference reference = workspace.manifest().dataset();
    RootGoneException.check(workspace);
    FeatureStore store = new FeatureStore(workspace::featureFolder);
    Fingerprint fingerprint = new Fingerprint(card.features());
    if (!store.contains(fingerprint)) {
      drawIfDemo(reference, context);
    }
    ImageDataset dataset = datasets.open(reference);
    context.checkCancelled();
    return store
        .find(fingerprint, dataset)
        .orElseGet(
            () ->
                features.findOrExtract(
                    store,
                    fingerprint,
                    dataset,
                    card.preprocessing(),
                    new ModelStore(workspace).backbone(card),
                    context));
  }

  @Override
  public ExplorerSession openBundle(Path file, LossSpec loss, JobContext context) {
    EmbeddingBundle bundle = EmbeddingBundles.read(file);
    String name = file.getFileName().toString();
    LossSpec centred = loss.with(LossConstant.CENTRES, bundle.proxies().centresPerClass());
    return sessions.build(
        name, BundleDataset.of(bundle, name), bundle, centred, loss.title() + " · bundle", context);
  }

  /**
   * A session with the confusions of queries with the gallery (In-Shop) instead of those among all test images.
   *
   * @throws eifexplorer.problem.ProblemException if the data set has no queries or no gallery
   */
  public ExplorerSession inGallery(ExplorerSession session, JobContext context) {
    return sessions.inGallery(session, context);
  }

  @Override
  public ExplorerSession openDemo(JobContext context) {
    return open(demo.prepare(), "", OptionalInt.empty(), context);
  }

  @Override
  public ExplorerSession create(NewWorkspace request, JobContext context) {
    train(request.training(), context);
    return openWorkspace(request.folder(), context);
  }

  /** Trains a model, measures it and puts it into its workspace as the current one. */
  public ModelCard train(TrainRequest request, JobContext context) {
    return train(request, RunObserver.NONE, context);
  }

  @Override
  public ModelCard train(TrainRequest request, RunObserver observer, JobContext context) {
    drawIfDemo(request.dataset(), context);
    return runs.start(request, observer, context);
  }

  @Override
  public ModelCard resume(Path workspace, String runId, RunObserver observer, JobContext context) {
    drawIfDemo(Workspace.open(workspace).manifest().dataset(), context);
    return runs.resume(workspace, runId, observer, context);
  }

  @Override
  public RunListing runs(Path workspace) {
    return runs.list(workspace);
  }

  @Override
  public List<ReweightOutcome> reweight(
      ExplorerSession session, ReweightRequest request, JobContext context) {
    return new Reweighting(math).run(session, request, context);
  }

  @Override
  public ModelCard keepReweighted(
      ExplorerSession session,
      ReweightRequest request,
      ReweightOutcome outcome,
      JobContext context) {
    return new ReweightedModels(math, version).keep(session, request, outcome, context);
  }

  /**
   * Hands a workspace's model on: as an embedding bundle, or as a folder with the bundle and {@code model.json}, {@code
   * weights.safetensors}.
   *
   * @param modelId empty for the current model
   * @param target a file ending in {@code .npz}, or a folder
   */
  public void export(Path workspace, String modelId, Path target, JobContext context) {
    ExplorerSession session = openWorkspace(workspace, modelId, context);
    ModelStore models = new ModelStore(Workspace.open(workspace));
    ModelCard card = modelId.isEmpty() ? models.current() : models.get(modelId);
    new ModelExport(models).write(session, card, target);
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
    DatasetFeatures found =
        features.findOrExtract(scratch, key, dataset, request.preprocessing(), source, context);
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
    return estimators.create(
        id, session.bundle(), session.loss(), SessionEstimators.options(session, id, options));
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

  /** What the model says of single images of a session; the same object each time. */
  public ImageInsights insights(ExplorerSession session) {
    return insights.get(
        session, opened -> new SessionInsights(opened.bundle(), opened.loss(), math));
  }

  /** Suspect labels and decisions about them. */
  public ReviewService reviews() {
    return reviews;
  }

  /** The paper's tables and curves, run on sessions. */
  public ExperimentService experiments() {
    return new ExperimentService(math, datasets, demo.pictures()::ensure, version);
  }

  /** Identity of the scores {@link #explain} gives, also the name they are kept under. */
  public Fingerprint resultKey(
      ExplorerSession session, String id, Map<String, String> options, InfluenceQuery query) {
    return ResultStore.fingerprint(version, session, id, options, query);
  }

  /** Explains every confused pair of a session with its own estimator. */
  public PairSurveyor surveyor() {
    return new AllPairsSurveyor(this::insights, Map.of(), version);
  }

  /**
   * Explains every confused pair with an estimator; kept in the workspace, where it goes on after it was killed.
   *
   * @param estimator made by {@link #estimator}
   * @param options the settings it was made with
   */
  public PairSurvey survey(
      ExplorerSession session,
      InfluenceEstimator estimator,
      Map<String, String> options,
      JobContext context) {
    return new AllPairsSurveyor(this::insights, options, version)
        .survey(session.withEstimator(estimator), snapshot -> {}, context);
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
