package eifexplorer.project;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelEntry;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists, names and deletes the models of workspaces. What is deleted goes to the workspace's trash first. */
public final class WorkspaceModels {
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
   * @throws ProblemException if it is the one the workspace opens with; a damaged one never is
   */
  static void delete(Workspace workspace, String id) {
    requireNotCurrent(workspace, id);
    FolderTrees.delete(workspace.trashedModel(id));
    FolderTrees.move(workspace.modelFolder(id), workspace.trashedModel(id));
  }

  static void requireNotCurrent(Workspace workspace, String id) {
    ModelStore store = new ModelStore(workspace);
    if (store.listing().unreadable().stream().anyMatch(damaged -> damaged.id().equals(id))) {
      return;
    }
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
    Path trashed = workspace.trashedModel(id);
    if (!Files.exists(trashed) || Files.exists(workspace.modelFolder(id))) {
      throw ProblemException.inFile(trashed, "The model can't be brought back", "Add it again.");
    }
    FolderTrees.move(trashed, workspace.modelFolder(id));
  }
}
