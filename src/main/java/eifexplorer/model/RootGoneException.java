package eifexplorer.model;

import eifexplorer.dataset.format.BundleSamples;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.ShellWord;
import eifexplorer.project.Workspaces;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workspace whose data set is not where it was; {@link Workspaces#relocate} tells it where it is now. */
public final class RootGoneException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final transient Workspace workspace;

  private RootGoneException(Workspace workspace) {
    super(
        "The data set's folder is gone",
        workspace.manifest().dataset().root(),
        "Choose where it is now: eif-explorer relocate --workspace "
            + ShellWord.of(workspace.folder())
            + " --root DIR.");
    this.workspace = workspace;
  }

  /** Throws if the data set's folder or file is not there. */
  public static void check(Workspace workspace) {
    DatasetReference dataset = workspace.manifest().dataset();
    // A bundle's features are what matters: without its images it opens without photographs.
    boolean bundle = dataset.format().equals(BundleSamples.FORMAT);
    boolean imagesThere =
        bundle || dataset.images().isEmpty() || Files.exists(Path.of(dataset.images()));
    if (!imagesThere || !Files.exists(Path.of(dataset.root()))) {
      throw new RootGoneException(workspace);
    }
  }

  /** The workspace. */
  public Workspace workspace() {
    return workspace;
  }
}
