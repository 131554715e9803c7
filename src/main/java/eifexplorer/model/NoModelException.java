package eifexplorer.model;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;

/** A workspace has no model that can be read: one is yet to be trained or added. */
public final class NoModelException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final transient Workspace workspace;

  NoModelException(Workspace workspace, String what, Path where, String remedy) {
    super(what, where.toString(), remedy);
    this.workspace = workspace;
  }

  /** The workspace. */
  public Workspace workspace() {
    return workspace;
  }
}
