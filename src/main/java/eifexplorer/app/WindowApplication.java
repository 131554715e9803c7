package eifexplorer.app;

import eifexplorer.cli.CommandContext;
import eifexplorer.engine.EngineSettings;
import eifexplorer.image.ThumbnailRoom;
import eifexplorer.job.JobKind;
import eifexplorer.job.Lane;
import eifexplorer.job.QueuedJobRunner;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.project.PairLink;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.FxThread;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.shell.ExplorerWindow;
import eifexplorer.workspace.ProgramVersion;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.UserFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's life: made of its services, shown, opened on the demo, closed in order. */
public final class WindowApplication extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(WindowApplication.class);

  private static final Set<String> OPTIONS =
      Set.of(CommandContext.PRESENT, CommandContext.NEW_WINDOW);

  /** How many times at most a gallery that is not there yet is looked at. */
  private static final int GALLERY_LOOKS = 8;

  /** Until the gallery is looked at again; nothing else is begun while it is not there. */
  private final PauseTransition firstGallery = new PauseTransition(Duration.millis(500));

  private int galleryLooks;

  /** Until what another start is quicker for is begun. */
  private final PauseTransition beforePreparing = new PauseTransition(Duration.seconds(4));

  private ChosenEngine chosen;
  private QueuedJobRunner jobs;
  private Explorer explorer;
  private WindowParts parts;
  private ExplorerWindow window;

  /** Opened in the background; on the JavaFX thread. */
  private @Nullable WindowDoor door;

  /** Made by the toolkit. */
  public WindowApplication() {}

  /**
   * Shows the window and returns when it is closed.
   *
   * @param arguments a file, a folder or a link that is opened in it, and {@link CommandContext#PRESENT} before it to
   *     present that; empty for what was open last. {@link CommandContext#NEW_WINDOW} is passed over
   * @throws UnsupportedOperationException if there is no display
   */
  public static void launchWindow(List<String> arguments) {
    // What is out of range is put right, and told, only once there is a window to tell it in.
    var own =
        new SettingsFile(Composition.userFolders().settings())
            .load()
            .personal()
            .inRange(new ArrayList<>());
    WindowScale.use(own.scale());
    Texts.use(language(own.language()));
    launch(WindowApplication.class, arguments.toArray(String[]::new));
  }

  /** Whether a window that is open already took what {@link #launchWindow} would show; for before it. */
  public static boolean handOver(List<String> arguments) {
    return HandedOver.of(arguments).filter(openWindows()::give).isPresent();
  }

  private static OpenWindows openWindows() {
    return OpenWindows.of(Composition.userFolders().data(), System.getenv());
  }

  /** Of the settings; {@code system} is what the system is set to. */
  private static Locale language(String chosen) {
    return chosen.equals("system") ? Locale.getDefault() : Locale.forLanguageTag(chosen);
  }

  @Override
  public void init() {
    UserFolders folders = Composition.userFolders();
    chosen = new ChosenEngine(new SettingsFile(folders.settings()));
    EngineSettings engine = chosen.engine();
    jobs = new QueuedJobRunner(engine.threads());
    explorer = Composition.explorer(engine);
    parts = new WindowParts(explorer, jobs, folders);
    LogFile.open(parts.logs());
    LOG.info("EIF Explorer {} starts, {}", ProgramVersion.current(), chosen.title());
    window = parts.window(chosen.title());
  }

  @Override
  public void start(Stage stage) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, trouble) -> {
          LOG.info("Unexpected on {}", thread.getName(), trouble);
          window.report(trouble);
        });
    List<String> arguments = getParameters().getUnnamed();
    Optional<String> asked =
        arguments.stream().filter(argument -> !OPTIONS.contains(argument)).findFirst();
    if (asked.isEmpty()) {
      // Read beside the making of the window; what comes of it is shown when that is done.
      window.model().openLast();
    }
    window.show(stage);
    window.model().sessionProperty().addListener((value, old, now) -> trimThumbnails(now));
    chosen.trouble().ifPresent(window::report);
    firstGallery.setOnFinished(event -> lookAtGallery());
    window.onPictures(this::galleryShown);
    window.model().sessionProperty().addListener((value, old, now) -> galleryFirst(now));
    if (arguments.contains(CommandContext.PRESENT)) {
      window.model().presentation().openSoon();
    }
    asked.ifPresent(what -> open(what, window.model()::openLast));
    listen(stage);
  }

  /** What is on screen is painted first: what nobody waits for begins behind it. */
  private void galleryFirst(@Nullable ExplorerSession opened) {
    if (opened == null) {
      return;
    }
    jobs.holdBack();
    galleryLooks = 0;
    firstGallery.playFromStart();
    if (beforePreparing.getOnFinished() == null) {
      beforePreparing.setOnFinished(event -> prepare());
      beforePreparing.play();
    }
  }

  /** Not every screen shows pictures, nor has every workspace any. */
  private void lookAtGallery() {
    if (window.picturesThere() || ++galleryLooks == GALLERY_LOOKS) {
      jobs.goOn();
    } else {
      firstGallery.playFromStart();
    }
  }

  private void galleryShown() {
    firstGallery.stop();
    jobs.goOn();
  }

  /** Lets what is opened from now on come here; a socket is a file, which is made in the background. */
  private void listen(Stage stage) {
    FxThread fx = new FxThread();
    housekeeping(
        "Let links come to this window",
        () -> {
          Optional<WindowDoor> made =
              openWindows().open(handed -> fx.execute(() -> take(handed, stage)));
          made.ifPresent(opened -> fx.execute(() -> use(opened, stage)));
        });
  }

  private void use(WindowDoor opened, Stage stage) {
    door = opened;
    stage
        .focusedProperty()
        .addListener(
            (value, old, now) -> {
              if (now) {
                housekeeping("Come first for links", opened::used);
              }
            });
  }

  private void housekeeping(String title, Runnable work) {
    jobs.submit(
        title,
        Lane.IO,
        JobKind.HOUSEKEEPING,
        context -> {
          work.run();
          return Optional.empty();
        });
  }

  private void take(HandedOver handed, Stage stage) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    if (handed.present()) {
      window.model().presentation().openNext();
    }
    open(handed.what(), () -> {});
  }

  /** A link comes from elsewhere: one that is refused is no reason to show nothing. */
  private void open(String what, Runnable instead) {
    if (!PairLink.isLink(what)) {
      window.model().drop().open(Path.of(what).toAbsolutePath().normalize());
      return;
    }
    try {
      window.model().openView(PairLink.parse(what, explorer.registries().estimators()));
    } catch (ProblemException e) {
      instead.run();
      window.model().notices().show(Failure.of(e));
    }
  }

  /** What is looked at next is made again if it must be. */
  private void trimThumbnails(@Nullable ExplorerSession opened) {
    long megabytes = chosen.saved().personal().thumbnailMegabytes();
    if (opened == null || megabytes == 0) {
      return;
    }
    jobs.submit(
        "Keep the thumbnails' room",
        Lane.BACKGROUND,
        JobKind.HOUSEKEEPING,
        context ->
            ThumbnailRoom.trim(
                parts.thumbnails(opened), megabytes * 1_000_000, context::cancelled));
  }

  /** What another start, or another look, is quicker for. */
  private void prepare() {
    drawDemo();
    PreparedClasses.here()
        .ifPresent(classes -> housekeeping("Prepare classes for the next start", classes::prepare));
  }

  private void drawDemo() {
    jobs.submit(
        "Draw the demo's birds",
        Lane.IO,
        context -> {
          explorer.demo().draw(context);
          return Optional.empty();
        });
  }

  @Override
  public void stop() {
    firstGallery.stop();
    beforePreparing.stop();
    if (door != null) {
      door.close();
    }
    window.close();
    jobs.close();
    explorer.close();
  }
}
