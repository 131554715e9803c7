package eifexplorer.project;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelFeatures;
import eifexplorer.model.ModelStore;
import eifexplorer.retrain.HeadComparison;
import eifexplorer.retrain.HeadRetraining;
import eifexplorer.retrain.NetworkRetraining;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.revision.OriginalLabels;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Revisions;
import eifexplorer.review.suspect.SuspectInputs;
import eifexplorer.run.Trainings;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.PairSurveyor;
import eifexplorer.session.SessionBuilder;
import eifexplorer.session.SessionSuspects;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * From suspect labels to a corrected data set and a head trained on it; see {@code review}'s package-info for the order of
 * things. Every method runs on the calling thread.
 */
public final class ReviewService {
  private final MatrixMath math;
  private final DatasetReferences datasets;
  private final SessionBuilder sessions;
  private final ModelFeatures features;
  private final Trainings trainings;
  private final PairSurveyor surveyor;
  private final Consumer<Path> ensurePicture;
  private final String version;

  /**
   * Reviews of workspaces and sessions.
   *
   * @param ensurePicture makes sure that a picture is there to be read
   * @param version of the program, noted in what it makes
   */
  public ReviewService(
      MatrixMath math,
      DatasetReferences datasets,
      SessionBuilder sessions,
      ModelFeatures features,
      Trainings trainings,
      PairSurveyor surveyor,
      Consumer<Path> ensurePicture,
      String version) {
    this.math = math;
    this.datasets = datasets;
    this.sessions = sessions;
    this.features = features;
    this.trainings = trainings;
    this.surveyor = surveyor;
    this.ensurePicture = ensurePicture;
    this.version = version;
  }

  /** What detectors of wrong labels look at in a session; what they share is computed once for each call of this. */
  public SuspectInputs suspects(ExplorerSession session) {
    return SessionSuspects.inputs(session, surveyor, math, version);
  }

  /**
   * Opens a session's review for deciding; close it. Without a workspace it is forgotten with the program.
   *
   * @throws eifexplorer.problem.ProblemException if another program has it open
   */
  public ReviewDesk open(ExplorerSession session) {
    OriginalLabels originals = OriginalLabels.of(session.dataset());
    return session
        .workspace()
        .map(workspace -> ReviewDesk.open(workspace.review(), originals))
        .orElseGet(() -> ReviewDesk.inMemory(originals));
  }

  /**
   * Goes to a revision where nothing says any more which is the current one.
   *
   * @return empty, and nothing is changed, if something says it
   */
  public Optional<Revision> restore(Path folder, int number) {
    Path review = Workspace.open(folder).review();
    return new Revisions(review).isPointerLost()
        ? Optional.of(ReviewDesk.restore(review, number))
        : Optional.empty();
  }

  /** Opens a workspace's review without a model, for deciding or to look at only; close it. */
  public WorkspaceReview open(Path folder, boolean deciding) {
    Workspace workspace = Workspace.open(folder);
    ImageDataset dataset = datasets.open(workspace.manifest().dataset());
    OriginalLabels originals = OriginalLabels.of(dataset);
    return new WorkspaceReview(
        dataset,
        deciding
            ? ReviewDesk.open(workspace.review(), originals)
            : ReviewDesk.look(workspace.review(), originals));
  }

  /**
   * Trains heads on a model's cached features with the labels of two revisions, and compares them on the test images and on
   * the model's confused pairs. The first seed's head with the second labels becomes the workspace's current model.
   *
   * @param modelId whose features are used; empty for the current model
   * @param before number of the first revision
   * @param after number of the second
   * @param seeds number of seeds, at least 1
   * @throws eifexplorer.problem.ProblemException at once if the workspace can't be written
   */
  public HeadComparison retrain(
      Path folder, String modelId, int before, int after, int seeds, JobContext context) {
    Workspace workspace = Workspace.open(folder);
    workspace.requireWritable();
    ModelStore models = new ModelStore(workspace);
    ModelCard card = modelId.isEmpty() ? models.current() : models.get(modelId);
    Revisions revisions = new Revisions(workspace.review());
    Revision from = revisions.get(before);
    Revision to = revisions.get(after);
    DatasetFeatures found = features.find(workspace, card, context);
    ExplorerSession session = sessions.build(workspace, found, models.load(card), context);
    return new HeadRetraining(math, version)
        .compare(
            new HeadRetraining.Request(workspace, card, found, session.pairs(), from, to, seeds),
            context);
  }

  /**
   * Trains the run that made a model again on the labels of another revision, and compares the two on the test images and on
   * the model's confused pairs. The new model becomes the workspace's current one.
   *
   * @param modelId a model that was made by training a whole network; empty for the current one
   * @param after number of the revision
   */
  public HeadComparison retrainNetwork(Path folder, String modelId, int after, JobContext context) {
    Workspace workspace = Workspace.open(folder);
    workspace.requireWritable();
    ModelStore models = new ModelStore(workspace);
    ModelCard card = modelId.isEmpty() ? models.current() : models.get(modelId);
    DatasetFeatures found = features.find(workspace, card, context);
    ExplorerSession before = sessions.build(workspace, found, models.load(card), context);
    return new NetworkRetraining(math, trainings, features)
        .compare(workspace, card, before, after, context);
  }

  /** Number of a workspace's current label revision; 0 for the data set's own labels. */
  public int currentLabels(Path folder) {
    return new Revisions(Workspace.open(folder).review()).pointer().current();
  }

  /** JPEG thumbnails of a data set's images by path, for reports; empty for images that can't be read. */
  public Function<String, Optional<byte[]>> thumbnails(ImageDataset dataset) {
    return new ReportThumbnails(dataset, ensurePicture);
  }
}
