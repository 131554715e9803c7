package eifexplorer.project;

import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.run.RunFiles;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;

/** Deletes training runs of workspaces with the models they made. What is deleted goes to the workspace's trash first. */
final class WorkspaceRuns {
  private WorkspaceRuns() {}

  /**
   * Moves a run, then its model, to the trash. Each goes in one step: a killed deletion leaves at most the model, which
   * can be deleted by itself.
   *
   * @throws ProblemException if there is no such run, it is under way, or the workspace opens with its model
   */
  static void delete(Workspace workspace, String id) {
    Path run = workspace.runFolder(id);
    if (!Workspace.children(workspace.runs()).contains(run)) {
      throw ProblemException.inFile(workspace.runs(), "There is no run " + id, "List them again.");
    }
    if (RunFiles.isOwned(run)) {
      throw ProblemException.inFile(run, "The run is under way", "Pause it first.");
    }
    boolean hasModel = new ModelStore(workspace).contains(id);
    if (hasModel) {
      WorkspaceModels.requireNotCurrent(workspace, id);
    }
    FolderTrees.delete(workspace.trashedRun(id));
    FolderTrees.move(run, workspace.trashedRun(id));
    if (hasModel) {
      WorkspaceModels.delete(workspace, id);
    }
  }

  /**
   * Brings a deleted run back, and its model if it had one.
   *
   * @throws ProblemException if the trash was emptied, or another run has its folder
   */
  static void restore(Workspace workspace, String id) {
    Path trashed = workspace.trashedRun(id);
    if (!Files.exists(trashed) || Files.exists(workspace.runFolder(id))) {
      throw ProblemException.inFile(trashed, "The run can't be brought back", "Train it again.");
    }
    if (Files.exists(workspace.trashedModel(id))) {
      WorkspaceModels.restore(workspace, id);
    }
    FolderTrees.move(trashed, workspace.runFolder(id));
  }
}
