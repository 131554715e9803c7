package eifexplorer.ui.testing;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.project.Explorer;
import eifexplorer.session.SessionOpener;
import eifexplorer.ui.experiment.ExperimentScreen;
import eifexplorer.ui.experiment.ExperimentsViewModel;
import eifexplorer.ui.explore.ExploreScreen;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.map.MapScreen;
import eifexplorer.ui.map.MapServices;
import eifexplorer.ui.map.MapViewModel;
import eifexplorer.ui.review.ReviewScreen;
import eifexplorer.ui.review.ReviewServices;
import eifexplorer.ui.review.ReviewViewModel;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.shell.ExplorerWindowViewModel;
import eifexplorer.ui.train.TrainScreen;
import eifexplorer.ui.train.TrainViewModel;
import eifexplorer.ui.workspace.WorkspaceScreen;
import eifexplorer.ui.workspace.WorkspaceServices;
import java.util.List;
import java.util.function.Function;

/** The program's screens for a window under test, and finding them in it again. */
public final class WindowScreens {
  private WindowScreens() {}

  /** The program's screens in its order, over services of the test. */
  public static List<Function<ScreenContext, Screen>> all(
      SessionOpener opener,
      List<DatasetFormat> formats,
      ExploreServices explore,
      Explorer services) {
    return List.of(
        context -> new ExploreScreen(context, explore),
        context ->
            new ReviewScreen(
                context,
                new ReviewServices(
                    services.reviews(), services.demo()::ensure, services.copies()::kept)),
        context -> new MapScreen(context, map(services)),
        context -> new TrainScreen(context, services.trainings(), services.workspaces()),
        context ->
            new ExperimentScreen(
                context, services.experiments().all(), services.experiments(), explore.files()),
        context ->
            new WorkspaceScreen(
                context, new WorkspaceServices(opener, services.workspaces(), formats)));
  }

  private static MapServices map(Explorer services) {
    return new MapServices(
        services.maps(),
        SeededInsights::new,
        services.reviews()::suspects,
        ComputedSurvey::survey,
        services.sessions()::openWorkspace);
  }

  /** The window's map. */
  public static MapViewModel map(ExplorerWindowViewModel window) {
    return screen(window, MapScreen.class).model();
  }

  /** The window's screen of this class. */
  public static <S extends Screen> S screen(ExplorerWindowViewModel window, Class<S> type) {
    return window.screens().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Turns to the window's screen of this class. */
  public static void turnTo(ExplorerWindowViewModel window, Class<? extends Screen> type) {
    window.turnTo(screen(window, type));
  }

  /** The window's Explore. */
  public static ExploreViewModel explore(ExplorerWindowViewModel window) {
    return screen(window, ExploreScreen.class).model();
  }

  /** The window's Review. */
  public static ReviewViewModel review(ExplorerWindowViewModel window) {
    return screen(window, ReviewScreen.class).model();
  }

  /** The window's Train. */
  public static TrainViewModel train(ExplorerWindowViewModel window) {
    return screen(window, TrainScreen.class).model();
  }

  /** The window's Experiments. */
  public static ExperimentsViewModel experiments(ExplorerWindowViewModel window) {
    return screen(window, ExperimentScreen.class).model();
  }

  /** The window's Workspace. */
  public static WorkspaceScreen workspace(ExplorerWindowViewModel window) {
    return screen(window, WorkspaceScreen.class);
  }
}
