package eifexplorer.ui.workspace;

import eifexplorer.model.ModelFiles;
import eifexplorer.project.Workspaces;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The Workspace screen: facts, models and room of what is open, and the two forms that belong to it. */
public final class WorkspaceScreen {
  private final WorkspaceViewModel facts = new WorkspaceViewModel();
  private final ModelsViewModel models;
  private final DiskViewModel disk;
  private final AddModelViewModel addModel;
  private final RelocationViewModel relocation;

  /**
   * A screen about nothing yet.
   *
   * @param add gets the files of a model to be added
   * @param moved gets the folder of a workspace whose data set was found again
   */
  public WorkspaceScreen(
      FxJobs jobs,
      NoticesViewModel notices,
      Workspaces workspaces,
      Consumer<ModelFiles> add,
      Consumer<Path> moved) {
    models = new ModelsViewModel(jobs, notices, workspaces);
    disk = new DiskViewModel(jobs, notices, workspaces);
    addModel = new AddModelViewModel(jobs, workspaces, add);
    relocation = new RelocationViewModel(jobs, notices, workspaces, moved);
    models.whenChanged(disk::refresh);
  }

  /** Shows another session. */
  public void show(ExplorerSession session) {
    facts.show(session);
    models.show(session);
    disk.show(session);
  }

  /** Data set and model in words. */
  public WorkspaceViewModel facts() {
    return facts;
  }

  /** The workspace's models. */
  public ModelsViewModel models() {
    return models;
  }

  /** The room it takes. */
  public DiskViewModel disk() {
    return disk;
  }

  /** The form that adds a model. */
  public AddModelViewModel addModel() {
    return addModel;
  }

  /** The question where the data set is now. */
  public RelocationViewModel relocation() {
    return relocation;
  }
}
