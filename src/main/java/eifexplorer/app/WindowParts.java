package eifexplorer.app;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.job.JobRunner;
import eifexplorer.project.Explorer;
import eifexplorer.project.Workspaces;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ModelCheck;
import eifexplorer.session.diff.ModelDiffs;
import eifexplorer.ui.experiment.ExperimentScreen;
import eifexplorer.ui.explore.ExploreScreen;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.explore.diff.DiffServices;
import eifexplorer.ui.kit.DecodedPictures;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.map.MapScreen;
import eifexplorer.ui.map.MapServices;
import eifexplorer.ui.review.ReviewScreen;
import eifexplorer.ui.review.ReviewServices;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.shell.ExplorerWindow;
import eifexplorer.ui.shell.ReportSource;
import eifexplorer.ui.shell.WindowServices;
import eifexplorer.ui.train.TrainScreen;
import eifexplorer.ui.workspace.WorkspaceScreen;
import eifexplorer.ui.workspace.WorkspaceServices;
import eifexplorer.workspace.LogFolder;
import eifexplorer.workspace.ProgramVersion;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.WindowStateFile;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a window is made of.
 *
 * @param explorer the services
 * @param jobs runs what takes its time
 * @param folders where settings are kept, and thumbnails of what has no workspace
 */
record WindowParts(Explorer explorer, JobRunner jobs, UserFolders folders) {
  /** Whoever walks on within it is not interested in a verdict. */
  private static final Duration MOMENT = Duration.ofMillis(700);

  /** A window that is not shown yet; {@code device} says what the tensor runtime runs on. */
  ExplorerWindow window(String device) {
    return new ExplorerWindow(
        new WindowServices(
            jobs,
            explorer.sessions(),
            explorer.workspaces(),
            session ->
                new PreparedPictures(
                    explorer.demo()::ensure,
                    new DecodedPictures(thumbnails(session), session.dataset())),
            new SettingsFile(folders.settings()),
            new WindowStateFile(folders.settings()),
            files(),
            screens(explorer),
            device,
            explorer::engineReport,
            new PresentedFindings(explorer),
            new ReportSource(facts(), logs()),
            SystemTheme.here()));
  }

  /** Where the window's log is. */
  LogFolder logs() {
    return new LogFolder(folders.data().resolve("logs"));
  }

  private static List<String> facts() {
    return List.of(
        "EIF Explorer " + ProgramVersion.current(),
        String.format(
            Locale.ROOT,
            "Java %s (%s), JavaFX %s",
            System.getProperty("java.runtime.version"),
            System.getProperty("java.vendor"),
            System.getProperty("javafx.runtime.version")),
        String.format(
            Locale.ROOT,
            "%s %s %s, %d processors, heap of %d MB",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20));
  }

  /** The screens in the order of the rail, which is that of their keys. */
  static List<Function<ScreenContext, Screen>> screens(Explorer explorer) {
    List<DatasetFormat> formats = explorer.registries().formats().all();
    Workspaces workspaces = explorer.workspaces();
    return List.of(
        context -> new ExploreScreen(context, exploreServices(explorer)),
        context -> new ReviewScreen(context, reviewServices(explorer)),
        context -> new MapScreen(context, mapServices(explorer)),
        context -> new TrainScreen(context, explorer.trainings(), workspaces),
        context ->
            new ExperimentScreen(
                context, explorer.experiments().all(), explorer.experiments(), files()),
        context ->
            new WorkspaceScreen(
                context, new WorkspaceServices(explorer.sessions(), workspaces, formats)));
  }

  private static FileManager files() {
    return new FileManager(System.getProperty("os.name"));
  }

  /** What the Explore screen asks of the services. */
  static ExploreServices exploreServices(Explorer explorer) {
    return new ExploreServices(
        files(),
        explorer.registries().estimators().all(),
        explorer.explanations()::estimator,
        explorer.explanations()::fitting,
        explorer.explanations()::resultKey,
        explorer.explanations()::stability,
        MOMENT,
        explorer.explanations()::insights,
        explorer.explanations().surveyor(),
        explorer.explanations()::otherSurveys,
        explorer.copies()::find,
        explorer.reweights(),
        explorer.leaveOuts(),
        ModelCheck::otherModel,
        explorer.worths(),
        explorer.places(),
        new DiffServices(explorer.sessions(), new ModelDiffs(explorer.math())),
        explorer.cards());
  }

  /** What the Review screen asks of the services. */
  private static ReviewServices reviewServices(Explorer explorer) {
    return new ReviewServices(explorer.reviews(), explorer.demo()::ensure, explorer.copies()::kept);
  }

  /** What the Map screen asks of the services. */
  private static MapServices mapServices(Explorer explorer) {
    return new MapServices(
        explorer.maps(),
        explorer.explanations()::insights,
        explorer.reviews()::suspects,
        explorer.explanations().surveyor(),
        explorer.sessions()::openWorkspace);
  }

  /** Where a session's thumbnails are. */
  Path thumbnails(ExplorerSession session) {
    return session
        .workspace()
        .map(Workspace::thumbnails)
        .orElseGet(() -> folders.data().resolve("thumbnails"));
  }
}
