package eifexplorer.spark;

import eifexplorer.confusion.NearestOfEach;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.demo.DemoFormat;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.model.BackboneFeatures;
import eifexplorer.model.CorrectedFeatures;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.model.RootGoneException;
import eifexplorer.model.StoredFeatures;
import eifexplorer.model.StoredModel;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.DemoWorkspace;
import eifexplorer.review.revision.Revisions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.NearestStore;
import eifexplorer.session.SessionBuilder;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

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
   * A workspace that may have no features yet.
   *
   * @param workspace the folder
   * @param card of one of its models
   */
  record Place(Workspace workspace, ModelCard card) {
    /** Its data set; the demo's pictures are painted if they are not there. */
    ImageDataset dataset(JobContext context) {
      DatasetReference reference = workspace.manifest().dataset();
      RootGoneException.check(workspace);
      new DemoWorkspace(folders().data()).prepare(reference, context);
      return datasets().open(reference);
    }

    /**
     * Opens it with its features.
     *
     * @throws ProblemException if it can't be opened, or has no features
     */
    ClusterWorkspace open(JobContext context) {
      DatasetReferences datasets = datasets();
      StoredFeatures stored =
          new StoredFeatures(
              datasets,
              new BackboneFeatures(
                  () -> {
                    throw ProblemException.inFile(
                        workspace.folder(),
                        "The workspace has no features of this model's",
                        "Compute them by the step features first.");
                  },
                  datasets.leftOut()),
              new DemoWorkspace(folders().data()));
      DatasetFeatures corrected =
          CorrectedFeatures.of(
              stored.find(workspace, card, context),
              new Revisions(workspace.review()).current().corrections());
      StoredModel model = new ModelStore(workspace).load(card);
      return new ClusterWorkspace(
          workspace, model, corrected, SessionBuilder.bundle(corrected, model));
    }

    private static DatasetReferences datasets() {
      return new DatasetReferences(new DatasetOpener(DatasetFormats.standard(new DemoFormat())));
    }
  }

  /**
   * Finds a workspace.
   *
   * @param modelId one of its models, or empty for the current one
   * @throws ProblemException if there is none, or no such model
   */
  static Place place(Path folder, String modelId) {
    Workspace workspace = Workspace.open(folder.toAbsolutePath().normalize());
    ModelStore models = new ModelStore(workspace);
    return new Place(workspace, modelId.isEmpty() ? models.current() : models.get(modelId));
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
