package eifexplorer.project;

import eifexplorer.job.JobContext;
import eifexplorer.model.ForeignModelReader;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelEntry;
import eifexplorer.model.ModelFiles;
import eifexplorer.model.ModelFinding;
import eifexplorer.model.ModelImport;
import eifexplorer.model.ModelStore;
import eifexplorer.model.TrustedPrograms;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ModelExport;
import eifexplorer.session.ResultStore;
import eifexplorer.session.SessionOpener;
import eifexplorer.workspace.DatasetPlace;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/**
 * What is done with a workspace's files: its models and runs, the room it takes, the place of its data set. Every method runs on
 * the calling thread, reads the folder anew, and throws {@link eifexplorer.problem.ProblemException} for expected trouble.
 */
public final class Workspaces {
  private final SessionOpener opener;
  private final ModelImport models;
  private final DatasetRelocation relocation;
  private final TrustedPrograms programs;
  private final String version;

  /**
   * Services for workspaces.
   *
   * @param programs which may run
   * @param version of the program, whose results are looked for
   */
  public Workspaces(
      SessionOpener opener,
      ModelImport models,
      DatasetRelocation relocation,
      TrustedPrograms programs,
      String version) {
    this.opener = opener;
    this.models = models;
    this.relocation = relocation;
    this.programs = programs;
    this.version = version;
  }

  /** The models of a workspace that are not damaged, oldest first. */
  public List<ModelEntry> models(Path folder) {
    return WorkspaceModels.list(Workspace.open(folder));
  }

  /** The models of a workspace that are damaged and left out of {@link #models}. */
  public List<Unreadable> damagedModels(Path folder) {
    return new ModelStore(Workspace.open(folder)).listing().unreadable();
  }

  /** Makes a model the one the workspace opens with. */
  public void makeCurrent(Path folder, String modelId) {
    Workspace workspace = Workspace.open(folder);
    workspace.withCurrentModel(new ModelStore(workspace).get(modelId).id());
  }

  /** Which programs that came with workspaces may run. */
  public TrustedPrograms programs() {
    return programs;
  }

  /**
   * Agrees to run the program that is a model's network.
   *
   * @throws ProblemException if there is no such model, or its network is no program
   */
  public void trust(Path folder, String modelId) {
    ModelStore store = new ModelStore(Workspace.open(folder));
    ModelCard card = store.get(modelId);
    programs.trust(
        store
            .program(card)
            .orElseThrow(
                () ->
                    new ProblemException(
                        "The model's network is no program, and needs no agreement",
                        card.id(),
                        "")));
  }

  /** Gives a model another name; a blank one is that made of what it is. */
  public void rename(Path folder, String modelId, String name) {
    WorkspaceModels.rename(Workspace.open(folder), modelId, name);
  }

  /** Moves a model to the workspace's trash; the one it opens with is refused. */
  public void delete(Path folder, String modelId) {
    WorkspaceModels.delete(Workspace.open(folder), modelId);
  }

  /** Brings a deleted model back from the trash. */
  public void restore(Path folder, String modelId) {
    WorkspaceModels.restore(Workspace.open(folder), modelId);
  }

  /** Moves a training run and its model to the trash; one under way, or whose model the workspace opens with, is refused. */
  public void deleteRun(Path folder, String runId) {
    WorkspaceRuns.delete(Workspace.open(folder), runId);
  }

  /** Brings a training run and its model back from the trash. */
  public void restoreRun(Path folder, String runId) {
    WorkspaceRuns.restore(Workspace.open(folder), runId);
  }

  /**
   * Hands a workspace's model on: as an embedding bundle, or as a folder with the bundle and {@code model.json}, {@code
   * weights.safetensors}.
   *
   * @param modelId empty for the current model
   * @param target a file ending in {@code .npz}, or a folder
   */
  public void export(Path folder, String modelId, Path target, JobContext context) {
    ExplorerSession session = opener.openWorkspace(folder, modelId, context);
    ModelStore store = new ModelStore(Workspace.open(folder));
    ModelCard card = modelId.isEmpty() ? store.current() : store.get(modelId);
    new ModelExport(store).write(session, card, target);
  }

  /** Looks at a model's files and whether it fits a data set of this many training classes. Nothing is changed. */
  public ModelFinding inspect(ModelFiles files, int trainClasses) {
    return ForeignModelReader.read(files).finding(trainClasses);
  }

  /** Adds a model, extracting its features, as the workspace's current one. */
  public ModelCard add(Path folder, ModelFiles files, JobContext context) {
    return models.add(Workspace.open(folder), files, context);
  }

  /** How much room the workspace takes. */
  public DiskUse diskUse(Path folder, JobContext context) {
    return DiskUse.of(Workspace.open(folder), context);
  }

  /** Deletes the thumbnails, which are made again when they are looked at. */
  public void clearThumbnails(Path folder) {
    FolderTrees.delete(Workspace.open(folder).thumbnails());
  }

  /** Deletes the results that none of the models can find again; they can be computed anew. */
  public void clearUnneededResults(Path folder) {
    Workspace workspace = Workspace.open(folder);
    ResultStore.unneeded(workspace, new ModelStore(workspace), version)
        .forEach(FolderTrees::delete);
  }

  /** Deletes the deleted models and runs for good. */
  public void emptyTrash(Path folder) {
    FolderTrees.delete(Workspace.open(folder).trash());
  }

  /** Compares a data set with the one the workspace was made with. Nothing is changed. */
  public RelocationFinding checkRelocation(Path folder, DatasetPlace place, JobContext context) {
    return relocation.check(Workspace.open(folder), place, context);
  }

  /**
   * Tells the workspace where its data set is now; another data set is refused.
   *
   * @return what was found there
   */
  public RelocationFinding relocate(Path folder, DatasetPlace place, JobContext context) {
    Workspace workspace = Workspace.open(folder);
    workspace.requireWritable();
    return relocation.relocate(workspace, place, context);
  }
}
