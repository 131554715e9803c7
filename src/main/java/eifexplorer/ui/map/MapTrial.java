package eifexplorer.ui.map;

import eifexplorer.job.Job;
import eifexplorer.job.Lane;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.projection.Layout;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionMaps;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.screen.Navigation;
import eifexplorer.ui.screen.Page;
import eifexplorer.ui.screen.Preferences;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.workspace.SettingsFile;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Parent;

/** The Map screen on its own, in no window of the program, for being measured. For use on the JavaFX thread. */
public final class MapTrial {
  private static final double DRAG = 6;
  private static final double ZOOM = 1.02;

  private final FxJobs jobs;
  private final MapImages images;
  private final MapViewModel model;
  private final MapView view;

  /**
   * A map without images yet.
   *
   * @param folder settings go there
   * @param pictures loads pictures, of which there are none
   */
  public MapTrial(
      Path folder,
      MapImages images,
      FxJobs jobs,
      NoticesViewModel notices,
      PictureLoader pictures) {
    this.jobs = jobs;
    this.images = images;
    ScreenContext context =
        new ScreenContext(
            jobs,
            notices,
            new MarksViewModel(jobs, notices),
            new Preferences(new SettingsFile(folder), jobs, failure -> {}),
            new Nowhere());
    model = new MapViewModel(context, services());
    view = new MapView(model, context, pictures);
  }

  private static MapServices services() {
    return new MapServices(
        new SessionMaps(new JavaMatrixMath()),
        session -> {
          throw unasked();
        },
        session -> {
          throw unasked();
        },
        (session, soFar, context) -> {
          throw unasked();
        },
        (workspace, modelId, context) -> {
          throw unasked();
        });
  }

  private static ProblemException unasked() {
    return new ProblemException("A measured map is asked for its places only", "", "");
  }

  /** What is put into a window. */
  public Parent view() {
    return view;
  }

  /** How many pictures of the points were painted. */
  public long paintedFrames() {
    return view.canvas().paintedFrames();
  }

  /** Shows the images of a session, without a layout yet. */
  public void open() {
    model.show(images);
  }

  /** Shows a layout, made ready in a job as in the program. */
  public void show(Layout layout) {
    Consumer<ShownMap> onScreen = jobs.onScreen(model.layout()::display);
    jobs.startQuietly(
        Texts.of("Show the map"),
        Lane.COMPUTE,
        context -> {
          onScreen.accept(ShownMap.unnamed(layout));
          return ShownMap.of(layout, images);
        },
        Outcome.of(
            model.layout()::display,
            failure -> {
              throw new IllegalStateException(failure.message());
            }));
  }

  /** Whether it is there. */
  public boolean isShown() {
    return model.shownProperty().get() != null;
  }

  /** Moves on by a step, to and fro, nearer and farther, with the pointer over the middle. */
  public void move(int step) {
    double way = step / 50 % 2 == 0 ? 1 : -1;
    model.camera().drag(way * DRAG, way * DRAG / 2);
    double x = view.canvas().getWidth() / 2;
    double y = view.canvas().getHeight() / 2;
    model.camera().zoom(step / 100 % 2 == 0 ? ZOOM : 1 / ZOOM, x, y);
    model.point(model.shownProperty().get(), x, y);
  }

  /** Shows the whole map. */
  public void whole() {
    model.camera().fit();
  }

  /** Has the pointer at a place of the picture, 0..1 from its left and its top. */
  public void point(double x, double y) {
    model.point(
        model.shownProperty().get(), x * view.canvas().getWidth(), y * view.canvas().getHeight());
  }

  /** Whether its points can be pointed at. */
  public boolean isSearchable() {
    return isShown() && model.shownProperty().get().tree().isPresent();
  }

  /** Picks what is in a region, as if it were lassoed. */
  public void pick(PlaneRegion region) {
    model.pick(model.shownProperty().get(), region);
  }

  /** How many points are picked. */
  public int picked() {
    return model.selection().now().size();
  }

  /** Picks nothing any more. */
  public void clear() {
    model.selection().clear();
  }

  /** Leads nowhere. */
  private static final class Nowhere implements Navigation {
    @Override
    public void turnTo(Page page) {}

    @Override
    public void home() {}

    @Override
    public void back() {}

    @Override
    public boolean ask(Request request) {
      return false;
    }

    @Override
    public void reopen() {}

    @Override
    public void refresh() {}

    @Override
    public void openWorkspace(Path folder) {}

    @Override
    public void openModel(String modelId) {}

    @Override
    public void openMade(
        String title, Path folder, Job<ExplorerSession> job, Runnable shown, Runnable notShown) {}
  }
}
