package eifexplorer.ui.shell;

import eifexplorer.engine.EngineReport;
import eifexplorer.job.JobRunner;
import eifexplorer.project.Workspaces;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionOpener;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.PictureSource;
import eifexplorer.ui.present.FindingSource;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.WindowStateFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the window needs from outside.
 *
 * @param jobs runs everything that takes its time
 * @param opener opens workspaces, bundles and the demo
 * @param workspaces remembers a workspace's current model
 * @param pictures where a session's pictures come from; called on the JavaFX thread, so it must be cheap
 * @param settings what this user chose
 * @param state how the window was left
 * @param files opens files in other programs
 * @param screens makes the screens, in the order of the rail; at most nine, and at least one
 * @param device what the tensor runtime runs on, for people, such as {@code CPU · 7 threads}
 * @param engine examines the tensor runtime; called from a job
 * @param findings what is worth presenting
 * @param report what a report of trouble is made of
 * @param systemTheme {@code dark} or {@code light}, empty if the system does not say; called from a job
 */
public record WindowServices(
    JobRunner jobs,
    SessionOpener opener,
    Workspaces workspaces,
    Function<ExplorerSession, PictureSource> pictures,
    SettingsFile settings,
    WindowStateFile state,
    FileManager files,
    List<Function<ScreenContext, Screen>> screens,
    String device,
    Supplier<EngineReport> engine,
    FindingSource findings,
    ReportSource report,
    Supplier<Optional<String>> systemTheme) {
  /** Copies the list. */
  public WindowServices {
    screens = List.copyOf(screens);
  }
}
