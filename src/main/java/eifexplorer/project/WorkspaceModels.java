package eifexplorer.session;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists, names and deletes the models of workspaces. What is deleted goes to the workspace's trash first. */
final class WorkspaceModels {
  private static final String MODELS = "models";

  private WorkspaceModels() {}

  /** All models, oldest first. */
  static List<ModelEntry> list(Workspace workspace) {
    ModelStore store = new ModelStore(workspace);
    List<ModelCard> cards = store.list();
    if (cards.isEmpty()) {
      return List.of();
    }
    String current = store.current().id();
    return cards.stream()
        .map(
            card ->
                new ModelEntry(
                    card,
                    FolderTrees.size(workspace.modelFolder(card.id())),
                    card.id().equals(current)))
        .toList();
  }

  /** Gives a model another name; a blank one is that made of what it is. */
  static void rename(Workspace workspace, String id, String name) {
    ModelStore store = new ModelStore(workspace);
    store.update(store.get(id).withName(name.strip()));
  }

  /**
   * Moves a model to the trash.
   *
   * @throws ProblemException if it is the one the workspace opens with
   */
  static void delete(Workspace workspace, String id) {
    requireNotCurrent(workspace, id);
    FolderTrees.delete(trashed(workspace, id));
    FolderTrees.move(workspace.modelFolder(id), trashed(workspace, id));
  }

  static void requireNotCurrent(Workspace workspace, String id) {
    ModelStore store = new ModelStore(workspace);
    ModelCard card = store.get(id);
    if (store.current().id().equals(id)) {
      throw new ProblemException(
          "The workspace opens with " + card.title(), "", "Open another of its models first.");
    }
  }

  /**
   * Brings a deleted model back.
   *
   * @throws ProblemException if the trash was emptied, or another model has its folder
   */
  static void restore(Workspace workspace, String id) {
    Path trashed = trashed(workspace, id);
    if (!Files.exists(trashed) || Files.exists(workspace.modelFolder(id))) {
      throw ProblemException.inFile(trashed, "The model can't be brought back", "Add it again.");
    }
    FolderTrees.move(trashed, workspace.modelFolder(id));
  }

  static Path trashed(Workspace workspace, String id) {
    return workspace.trash().resolve(MODELS).resolve(id);
  }

  /** An id that begins with {@code base} and that no model and no run has, deleted ones and those of killed runs included. */
  static String freeId(Workspace workspace, String base) {
    String id = base;
    for (int n = 2;
        Files.exists(workspace.modelFolder(id))
            || Files.exists(workspace.runFolder(id))
            || Files.exists(trashed(workspace, id))
            || Files.exists(WorkspaceRuns.trashed(workspace, id));
        n++) {
      id = base + "_" + n;
    }
    return id;
  }
}
