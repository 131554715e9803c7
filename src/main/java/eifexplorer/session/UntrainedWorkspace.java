package eifexplorer.session;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.util.List;

/**
 * A workspace that has no model yet: there is nothing to explain, but something to train on.
 *
 * @param dataset its images with the data set's own labels
 * @param damaged models that are there and can't be read
 */
public record UntrainedWorkspace(
    Workspace workspace, ImageDataset dataset, List<Unreadable> damaged) {
  /** Copies the list. */
  public UntrainedWorkspace {
    damaged = List.copyOf(damaged);
  }

  /** The workspace's name, for people. */
  public String name() {
    return workspace.manifest().name();
  }
}
