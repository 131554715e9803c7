package eifexplorer.ui.workspace;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.project.Workspaces;
import eifexplorer.session.SessionOpener;
import java.util.List;

/**
 * What the Workspace screen and its forms need from outside.
 *
 * @param opener makes workspaces, and opens one whose model was added
 * @param workspaces models, room and data set of a workspace
 * @param formats the data-set formats to choose from
 */
public record WorkspaceServices(
    SessionOpener opener, Workspaces workspaces, List<DatasetFormat> formats) {
  /** Copies the list. */
  public WorkspaceServices {
    formats = List.copyOf(formats);
  }
}
