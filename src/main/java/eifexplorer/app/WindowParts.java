package eifexplorer.app;

import eifexplorer.job.JobRunner;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ModelCheck;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.kit.DecodedPictures;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.review.ReviewServices;
import eifexplorer.ui.shell.ExplorerWindow;
import eifexplorer.ui.shell.WindowServices;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.WindowStateFile;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;

/**
 * What a window is made of.
 *
 * @param explorer the services
 * @param jobs runs what takes its time
 * @param folders where settings are kept, and thumbnails of what has no workspace
 */
record WindowParts(Explorer explorer, JobRunner jobs, UserFolders folders) {
  /** A window that is not shown yet; {@code device} says what the tensor runtime runs on. */
  ExplorerWindow window(String device) {
    return new ExplorerWindow(
        new WindowServices(
            jobs,
            explorer.sessions(),
            explorer.trainings(),
            explorer.workspaces(),
            session ->
                new PreparedPictures(
                    explorer.demo()::ensure, new DecodedPictures(thumbnails(session))),
            new SettingsFile(folders.settings()),
            new WindowStateFile(folders.settings()),
            explorer.registries().formats().all(),
            exploreServices(explorer),
            reviewServices(explorer),
            explorer.experiments(),
            device,
            explorer::engineReport));
  }

  /** What the Explore screen asks of the services. */
  static ExploreServices exploreServices(Explorer explorer) {
    return new ExploreServices(
        new FileManager(System.getProperty("os.name")),
        explorer.registries().estimators().all(),
        explorer.explanations()::estimator,
        explorer.explanations()::resultKey,
        explorer.explanations()::insights,
        explorer.explanations().surveyor(),
        explorer.reweights(),
        ModelCheck::otherModel);
  }

  /** What the Review screen asks of the services. */
  static ReviewServices reviewServices(Explorer explorer) {
    return new ReviewServices(explorer.reviews(), explorer.demo()::ensure);
  }

  private Path thumbnails(ExplorerSession session) {
    return session
        .workspace()
        .map(Workspace::thumbnails)
        .orElseGet(() -> folders.data().resolve("thumbnails"));
  }
}
