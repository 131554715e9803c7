package eifexplorer.spark;

import eifexplorer.confusion.NearestOfEach;
import eifexplorer.dataset.demo.DemoFormat;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.djl.DjlEngine;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.engine.EngineSettings;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.model.BackboneFeatures;
import eifexplorer.model.CorrectedFeatures;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.model.StoredFeatures;
import eifexplorer.model.StoredModel;
import eifexplorer.project.DemoWorkspace;
import eifexplorer.review.revision.Revisions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.NearestStore;
import eifexplorer.session.SessionBuilder;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A workspace as the driver opens it: the window's own readers, without a search for neighbours.
 *
 * @param workspace the folder
 * @param model its model, with head and proxies
 * @param features its data set with the labels of the current revision, and the features
 * @param bundle all of that, as influence needs it
 */
record ClusterWorkspace(
    Workspace workspace, StoredModel model, DatasetFeatures features, EmbeddingBundle bundle) {
  /**
   * Opens it; features that are not there are extracted, on the driver.
   *
   * @param modelId one of its models, or empty for the current one
   * @throws eifexplorer.problem.ProblemException if it can't be opened
   */
  static ClusterWorkspace open(Path folder, String modelId, JobContext context) {
    Workspace workspace = Workspace.open(folder.toAbsolutePath().normalize());
    ModelStore models = new ModelStore(workspace);
    ModelCard card = modelId.isEmpty() ? models.current() : models.get(modelId);
    DatasetFeatures found = stored().find(workspace, card, context);
    DatasetFeatures corrected =
        CorrectedFeatures.of(found, new Revisions(workspace.review()).current().corrections());
    StoredModel model = models.load(card);
    return new ClusterWorkspace(
        workspace, model, corrected, SessionBuilder.bundle(corrected, model));
  }

  private static StoredFeatures stored() {
    DatasetReferences datasets =
        new DatasetReferences(new DatasetOpener(DatasetFormats.standard(new DemoFormat())));
    EngineSettings settings = EngineSettings.of(Optional.empty(), OptionalInt.empty());
    return new StoredFeatures(
        datasets,
        new BackboneFeatures(() -> new DjlEngine(settings), datasets.leftOut()),
        new DemoWorkspace(folders().data()));
  }

  private static UserFolders folders() {
    return UserFolders.of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /** Where its nearest neighbours are kept. */
  NearestStore nearest() {
    return new NearestStore(workspace, new JavaMatrixMath());
  }

  /** Its nearest neighbours, if they are kept. */
  Optional<NearestOfEach> keptNearest() {
    return nearest().find(model.card(), features.dataset(), bundle);
  }

  /** The session that the window opens; its neighbours are searched on the driver if they are not kept. */
  ExplorerSession session(JobContext context) {
    return new SessionBuilder(new JavaMatrixMath()).build(workspace, features, model, context);
  }
}
