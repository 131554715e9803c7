package eifexplorer.ui.shell;

import static java.util.Objects.requireNonNull;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.Ticker;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.Fonts;
import eifexplorer.ui.kit.FxThread;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureSource;
import eifexplorer.ui.kit.ShortNames;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Theme;
import java.time.Duration;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.InputEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main window.
 *
 * <p>Make it where the toolkit is not waited for (the constructor only reads the settings), {@link #show} it on the JavaFX
 * thread, then open something through {@link #model}. {@link #close} it before the job runner.
 */
public final class ExplorerWindow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExplorerWindow.class);
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double LEAST_WIDTH = 1100;
  private static final double LEAST_HEIGHT = 660;

  /** The second waits until the first is painted; what the first painted is put on the screen before the third. */
  private static final int FRAME_PULSES = 3;

  private static final int MOST_DECODERS = 4;
  private static final Duration REMEMBERED_EVERY = Duration.ofSeconds(2);
  private static final javafx.util.Duration DECORATED_AFTER = javafx.util.Duration.millis(400);

  private final FxThread fx = new FxThread();
  private final ExplorerWindowViewModel model;
  private final PictureLoader pictures;
  private final Function<ExplorerSession, PictureSource> sources;
  private final Ticker ticker;
  private @Nullable Ticker remembering;
  private @Nullable Scene scene;
  private boolean picturesTold;

  /** A window that is not shown yet. */
  public ExplorerWindow(WindowServices services) {
    model = new ExplorerWindowViewModel(services, fx);
    model.frame().expect();
    sources = services.pictures();
    int cores = Runtime.getRuntime().availableProcessors();
    pictures = new PictureLoader(fx, Math.max(1, Math.min(MOST_DECODERS, cores)));
    ticker = new Ticker(model::sample);
  }

  /** What the window does; for use on the JavaFX thread. */
  public ExplorerWindowViewModel model() {
    return model;
  }

  /** Tells a listener on the JavaFX thread each time that all pictures asked for so far are there. */
  public void onPictures(Runnable listener) {
    pictures.onIdle(
        () -> {
          logPictures();
          listener.run();
        });
  }

  /** What a user waited for after the program's start can be read off the log's times. */
  private void logPictures() {
    if (!picturesTold && scene != null) {
      picturesTold = true;
      onFrame(scene, () -> LOG.info("The first pictures are on the screen"));
    }
  }

  /** Whether all pictures asked for so far are there. */
  public boolean picturesThere() {
    return pictures.isIdle();
  }

  /** Shows the window on a stage. */
  public void show(Stage stage) {
    Fonts.load();
    FileDialogs dialogs =
        new FileDialogs(
            model.folderMemory(),
            new ExportPlaces(
                model.sessionProperty()::get, model.untrainedProperty()::get, model.notices()));
    WindowRoot root = new WindowRoot(model, pictures, dialogs, stage);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = Math.min(WIDTH, screen.getWidth());
    double height = Math.min(HEIGHT, screen.getHeight());
    Parent held =
        width < LEAST_WIDTH || height < LEAST_HEIGHT
            ? new ScrolledRoot(root, root.notices(), LEAST_WIDTH, LEAST_HEIGHT)
            : root;
    Scene scene = new Scene(held, width, height);
    StageKeeper keeper = new StageKeeper(stage, dialogs::isAsking);
    Theme theme = model.themeProperty().get();
    theme.apply(scene);
    model.themeProperty().addListener((value, old, now) -> now.apply(scene));
    model
        .sessionProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null) {
                pictures.use(sources.apply(now));
                NameLabel.among(held, names(now));
              }
            });
    WindowKeys.install(scene, model, root);
    FocusRules.install(scene, root);
    scene.addEventFilter(InputEvent.ANY, event -> model.userAtWork());
    stage.setTitle("EIF Explorer");
    // Drawn from assets/icon.svg.
    stage.getIcons().add(new Image(Theme.class.getResourceAsStream("/eifexplorer/ui/icon.png")));
    model.sessionProperty().addListener((value, old, now) -> stage.setTitle(title()));
    model.untrainedProperty().addListener((value, old, now) -> stage.setTitle(title()));
    stage.setMinWidth(Math.min(LEAST_WIDTH, width));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, height));
    stage.setScene(scene);
    model.place().ifPresent(keeper::place);
    this.scene = scene;
    onFrame(
        scene,
        () -> {
          LOG.info("The window's frame is on the screen");
          model.frame().painted();
        });
    stage.show();
    // GTK forgets a size that is given before the window shows, and learns of the title bar's
    // height only afterwards.
    keeper.place(model.place().orElse(StageKeeper.centred(width, height, screen)));
    PauseTransition decorated = new PauseTransition(DECORATED_AFTER);
    decorated.setOnFinished(event -> keeper.keepOnScreen());
    decorated.play();
    ticker.start();
    remembering = new Ticker(REMEMBERED_EVERY, () -> remember(keeper));
    remembering.start();
    stage
        .focusedProperty()
        .addListener(
            (value, old, now) -> {
              if (now) {
                model.windowToFront();
              }
            });
    stage.setOnHidden(event -> leave(keeper));
  }

  /** Tells once that the first frame is on the screen: it is painted on a thread of its own, but put there on this one. */
  private static void onFrame(Scene scene, Runnable painted) {
    Runnable pulse =
        new Runnable() {
          private int pulses;

          @Override
          public void run() {
            if (++pulses < FRAME_PULSES) {
              FxThread.anotherPulse();
            } else {
              scene.removePostLayoutPulseListener(this);
              FxThread.later(painted);
            }
          }
        };
    scene.addPostLayoutPulseListener(pulse);
  }

  private void remember(StageKeeper keeper) {
    keeper.current().ifPresent(model::rememberPlace);
    model.rememberView();
  }

  private void leave(StageKeeper keeper) {
    requireNonNull(remembering).stop();
    remember(keeper);
    model.leave();
  }

  private static ShortNames names(ExplorerSession session) {
    return ShortNames.of(
        session.dataset().classes().stream().map(ClassLabel::displayName).toList());
  }

  private String title() {
    return model.openName().isEmpty()
        ? "EIF Explorer"
        : Texts.of("{0} – EIF Explorer", model.openName());
  }

  /** Shows trouble nobody expected; from any thread. For the program's handler of uncaught exceptions. */
  public void report(Throwable trouble) {
    fx.execute(() -> model.notices().show(Failure.of(trouble)));
  }

  /** Ends what the window does in the background; the stage may be gone already. */
  @Override
  public void close() {
    fx.execute(ticker::stop);
    pictures.close();
  }
}
