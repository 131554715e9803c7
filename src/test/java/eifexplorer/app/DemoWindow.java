package eifexplorer.app;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.DemoPictures;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.ui.review.ReviewScreen;
import eifexplorer.ui.review.ReviewViewModel;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import eifexplorer.workspace.UserFolders;
import java.nio.file.Path;
import java.util.List;

/** The window on the demo's Review screen, with the real services. */
record DemoWindow(Explorer explorer, WindowHarness window, ExplorerSession session)
    implements AutoCloseable {
  /** Opens it below a folder and waits for the first image. */
  static DemoWindow review(Path folder) {
    Explorer explorer =
        Composition.explorer(MeanColourEngine::new, new UserFolders(folder, folder), "test");
    WindowHarness window =
        new WindowHarness(
            folder.resolve("window"), List.of(), WindowParts.exploreServices(explorer), explorer);
    ExplorerSession session = explorer.sessions().openDemo(JobContext.unattended());
    DemoPictures.putInto(explorer.demo().images());
    window.show(session);
    window.run(() -> WindowScreens.turnTo(window.model(), ReviewScreen.class));
    ReviewViewModel review = WindowScreens.review(window.model());
    window.await("the queue", () -> review.queue().shownProperty().get() != null);
    return new DemoWindow(explorer, window, session);
  }

  @Override
  public void close() {
    window.close();
    explorer.close();
  }
}
