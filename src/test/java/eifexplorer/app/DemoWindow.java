package eifexplorer.app;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.review.copies.Copies;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.DemoPictures;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.review.ReviewScreen;
import eifexplorer.ui.review.ReviewViewModel;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.UserFolders;
import java.nio.file.Path;
import java.util.List;

/** The window on the demo with all its pictures and the real services. */
record DemoWindow(Explorer explorer, WindowHarness window, ExplorerSession session)
    implements AutoCloseable {
  /** Opens it below a folder on the Review screen and waits for the first image. */
  static DemoWindow review(Path folder) {
    DemoWindow demo = open(folder, ReviewScreen.class);
    ReviewViewModel review = WindowScreens.review(demo.window.model());
    demo.window.await("the queue", () -> review.queue().shownProperty().get() != null);
    return demo;
  }

  /** Opens it below a folder and turns to a screen; what becomes of the pair in Explore is not tried out. */
  static DemoWindow open(Path folder, Class<? extends Screen> screen) {
    Explorer explorer =
        Composition.explorer(MeanColourEngine::new, new UserFolders(folder, folder), "test");
    SettingsFile settings = new SettingsFile(folder.resolve("window"));
    settings.save(settings.load().withVerdicts("asked"));
    WindowHarness window =
        new WindowHarness(folder.resolve("window"), List.of(), services(explorer), explorer);
    ExplorerSession session = explorer.sessions().openDemo(JobContext.unattended());
    DemoPictures.putInto(explorer.demo().images());
    window.show(session);
    window.run(() -> WindowScreens.turnTo(window.model(), screen));
    return new DemoWindow(explorer, window, session);
  }

  /** Those of the program, but for the search for copies: none of these tests looks at them, and it takes seconds. */
  static ExploreServices services(Explorer explorer) {
    ExploreServices all = WindowParts.exploreServices(explorer);
    return new ExploreServices(
        all.files(),
        all.factories(),
        all.estimators(),
        all.fitting(),
        all.keys(),
        all.stability(),
        all.moment(),
        all.insights(),
        all.surveyor(),
        all.otherSurveys(),
        (session, context) -> Copies.NONE,
        all.trials(),
        all.leaveOuts(),
        all.otherModel(),
        all.worths(),
        all.places(),
        all.comparing(),
        all.cards());
  }

  @Override
  public void close() {
    window.close();
    explorer.close();
  }
}
