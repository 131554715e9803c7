package eifexplorer.session;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.model.StoredModel;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Workspace;
import java.util.Arrays;
import java.util.Optional;

/** Says whether a session still has the current model of its workspace, which another run of the program may change. */
public final class ModelCheck {
  private ModelCheck() {}

  /**
   * The workspace's current model on disk if its head or proxies are not the session's; empty if they are the
   * same, or for a session without a workspace. Reads the model's files: call it from a job.
   *
   * @throws eifexplorer.problem.ProblemException if the workspace or its model can't be read
   */
  public static Optional<ModelCard> otherModel(ExplorerSession session) {
    return session
        .workspace()
        .map(workspace -> new ModelStore(Workspace.open(workspace.folder())))
        .map(store -> store.load(store.current()))
        .filter(model -> !same(session, model))
        .map(StoredModel::card);
  }

  /**
   * Id of the session's own model in its workspace. Reads the models' files: call it from a job.
   *
   * @throws ProblemException if the model is no longer there
   */
  public static String ownModel(ExplorerSession session, Workspace workspace) {
    return new ModelStore(workspace)
        .ofHead(session.bundle().head())
        .map(ModelCard::id)
        .orElseThrow(
            () ->
                new ProblemException(
                    "The model that is open is no longer in the workspace",
                    workspace.folder().toString(),
                    "Open another of its models."));
  }

  /**
   * Whether a session is that of a model of its workspace, or of the current one if {@code modelId} is empty. Reads the
   * models' files: call it from a job.
   */
  public static boolean shows(ExplorerSession session, Workspace workspace, String modelId) {
    ModelStore store = new ModelStore(workspace);
    String wanted = modelId.isEmpty() ? store.current().id() : modelId;
    return store.list().stream()
        .filter(card -> card.id().equals(wanted))
        .anyMatch(card -> same(session, store.load(card)));
  }

  private static boolean same(ExplorerSession session, StoredModel model) {
    return session.bundle().head().hasWeightOf(model.head())
        && Arrays.equals(session.bundle().head().bias(), model.head().bias())
        && Arrays.equals(session.bundle().proxies().values(), model.proxies().values());
  }
}
