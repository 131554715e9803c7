package eifexplorer.project;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.bundle.BundleReader;
import eifexplorer.job.JobContext;
import eifexplorer.model.BundleCompletion;
import eifexplorer.model.BundleImport;
import eifexplorer.model.BundleOptions;
import eifexplorer.model.CompleteBundle;
import eifexplorer.model.CorrectedFeatures;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelFeatures;
import eifexplorer.model.ModelStore;
import eifexplorer.model.RootGoneException;
import eifexplorer.problem.PlainText;
import eifexplorer.review.revision.Revisions;
import eifexplorer.run.RunObserver;
import eifexplorer.run.Trainings;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.NewWorkspace;
import eifexplorer.session.SessionBuilder;
import eifexplorer.session.SessionOpener;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Opens sessions: of workspaces, of embedding bundles, of the demo. */
public final class Sessions implements SessionOpener {
  private final SessionBuilder sessions;
  private final DatasetReferences datasets;
  private final ModelFeatures features;
  private final Trainings trainings;
  private final DemoWorkspace demo;
  private final BundleCompletion bundles;
  private final BundleImport imports;

  /** Opens with the features that are found, or after {@code trainings} made a model. */
  public Sessions(
      SessionBuilder sessions,
      DatasetReferences datasets,
      ModelFeatures features,
      Trainings trainings,
      DemoWorkspace demo,
      BundleCompletion bundles,
      BundleImport imports) {
    this.sessions = sessions;
    this.datasets = datasets;
    this.features = features;
    this.trainings = trainings;
    this.demo = demo;
    this.bundles = bundles;
    this.imports = imports;
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
    List<Unreadable> damaged = models.listing().unreadable();
    if (!damaged.isEmpty()) {
      context.log(Unreadable.sentence("model", damaged));
    }
    ModelCard card = modelId.isEmpty() ? models.current() : models.get(modelId);
    DatasetFeatures found = features.find(workspace, card, context);
    return sessions.build(
        workspace,
        CorrectedFeatures.of(found, corrections(workspace, revision)),
        models.load(card),
        context);
  }

  @Override
  public UntrainedWorkspace openUntrained(Path folder, JobContext context) {
    Workspace workspace = Workspace.open(folder);
    RootGoneException.check(workspace);
    ImageDataset dataset = datasets.open(workspace.manifest().dataset());
    context.checkCancelled();
    return new UntrainedWorkspace(
        workspace, dataset, new ModelStore(workspace).listing().unreadable());
  }

  private static LabelCorrections corrections(Workspace workspace, OptionalInt revision) {
    Revisions revisions = new Revisions(workspace.review());
    return (revision.isPresent() ? revisions.get(revision.getAsInt()) : revisions.current())
        .corrections();
  }

  @Override
  public ExplorerSession openBundle(Path file, BundleOptions options, JobContext context) {
    CompleteBundle complete = bundles.complete(BundleReader.read(file), options, context);
    return sessions.build(
        PlainText.of(file.getFileName().toString()),
        complete.dataset(),
        complete.bundle(),
        complete.loss(),
        complete.title(),
        context);
  }

  @Override
  public ExplorerSession importBundle(BundleImport.Request request, JobContext context) {
    imports.make(request, context);
    return openWorkspace(request.folder(), context);
  }

  @Override
  public ExplorerSession openDemo(JobContext context) {
    return open(demo.prepare(), "", OptionalInt.empty(), context);
  }

  @Override
  public ExplorerSession create(NewWorkspace request, JobContext context) {
    trainings.train(request.training(), RunObserver.NONE, context);
    return openWorkspace(request.folder(), context);
  }

  /**
   * A session with the confusions of queries with the gallery (In-Shop) instead of those among all test images.
   *
   * @throws eifexplorer.problem.ProblemException if the data set has no queries or no gallery
   */
  public ExplorerSession inGallery(ExplorerSession session, JobContext context) {
    return sessions.inGallery(session, context);
  }
}
