package eifexplorer.ui.shell;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.job.JobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionOpener;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.kit.PictureSource;
import eifexplorer.workspace.SettingsFile;
import java.util.List;
import java.util.function.Function;

/**
 * What the window needs from outside.
 *
 * @param jobs runs everything that takes its time
 * @param opener opens workspaces, bundles and the demo
 * @param pictures where a session's pictures come from; called on the JavaFX thread, so it must be cheap
 * @param settings theme and recent workspaces
 * @param formats the data-set formats to choose from
 * @param explore what the Explore screen needs
 * @param device what the tensor runtime runs on, for people, such as {@code CPU · 7 threads}
 */
public record WindowServices(
    JobRunner jobs,
    SessionOpener opener,
    Function<ExplorerSession, PictureSource> pictures,
    SettingsFile settings,
    List<DatasetFormat> formats,
    ExploreServices explore,
    String device) {
  /** Copies the list. */
  public WindowServices {
    formats = List.copyOf(formats);
  }
}
