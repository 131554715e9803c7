package eifexplorer.ui.testing;

import static eifexplorer.ui.testing.WindowScreens.explore;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.job.QueuedJobRunner;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionOpener;
import eifexplorer.testing.Folders;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.kit.DecodedPictures;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.present.FindingSource;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.shell.ExplorerWindow;
import eifexplorer.ui.shell.ExplorerWindowViewModel;
import eifexplorer.ui.shell.ReportSource;
import eifexplorer.ui.shell.WindowServices;
import eifexplorer.workspace.LogFolder;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.WindowStateFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The real window without a display, with a robot at the keyboard. Close it after the test; that fails if JavaFX had anything
 * to say about the style sheets.
 *
 * <p>With {@code -Dpictures} it writes what it shows to {@code target/screenshots}, dark and light, where a test asks for it.
 */
public final class WindowHarness implements AutoCloseable {
  /** Whether pictures are wanted, which take their time. */
  public static final boolean PICTURES = System.getProperty("pictures") != null;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** After which nobody waits any more, also where other programs keep the processors busy. */
  private static final long PATIENCE_SECONDS = 60;

  static {
    // Larger than the largest window that is tried; read once, when the toolkit starts.
    System.setProperty("headless.geometry", "1600x1000-32");
  }

  /** For all windows of the program: their names tell the pictures apart, and decoding them anew takes longer than most tests. */
  private static final Path THUMBNAILS = Folders.untilTheEnd("thumbnails");

  private final QueuedJobRunner jobs = new QueuedJobRunner(2);
  private final FakeOpener opener = new FakeOpener();
  private final FxRobot robot = new FxRobot();
  private final StyleTroubles styles = StyleTroubles.listen();
  private final Stage stage;
  private final ExplorerWindow window;

  /** Shows the window; its settings go below the folder. */
  public WindowHarness(Path folder, List<DatasetFormat> formats) {
    this(folder, formats, SeededServices.standard());
  }

  /** The same with other services for the Explore screen. */
  public WindowHarness(Path folder, List<DatasetFormat> formats, ExploreServices explore) {
    this(folder, formats, explore, SmallWorkspace.explorer(folder));
  }

  /** The same with other services for everything but the opening. */
  public WindowHarness(
      Path folder, List<DatasetFormat> formats, ExploreServices explore, Explorer services) {
    this(folder, formats, explore, services, new MadeUpFindings(Map.of()));
  }

  /** The same with findings to present. */
  public WindowHarness(
      Path folder,
      List<DatasetFormat> formats,
      ExploreServices explore,
      Explorer services,
      FindingSource findings) {
    this(
        folder,
        opener -> WindowScreens.all(opener, formats, explore, services),
        services,
        findings);
  }

  /** Of somebody who knows the program, to whom no tour is offered. */
  private static SettingsFile settings(Path folder) {
    SettingsFile settings = new SettingsFile(folder);
    settings.save(settings.load().withTour("done"));
    return settings;
  }

  /** The same with other screens. */
  public WindowHarness(
      Path folder, List<Function<ScreenContext, Screen>> screens, Explorer services) {
    this(folder, opener -> screens, services, new MadeUpFindings(Map.of()));
  }

  private WindowHarness(
      Path folder,
      Function<SessionOpener, List<Function<ScreenContext, Screen>>> screens,
      Explorer services,
      FindingSource findings) {
    try {
      FxToolkit.registerPrimaryStage();
    } catch (TimeoutException e) {
      throw new IllegalStateException("The toolkit does not start", e);
    }
    // A stage of its own, since one that was made smaller can't grow again without a display.
    stage = fx(Stage::new);
    window =
        new ExplorerWindow(
            new WindowServices(
                jobs,
                opener,
                services.workspaces(),
                session -> new DecodedPictures(THUMBNAILS, session.dataset()),
                settings(folder),
                new WindowStateFile(folder),
                new FileManager("test"),
                screens.apply(opener),
                "CPU · 1 thread",
                () -> new MeanColourEngine().report(),
                findings,
                new ReportSource(
                    List.of("EIF Explorer test"), new LogFolder(folder.resolve("logs"))),
                Optional::empty));
    fx(
        () -> {
          window.show(stage);
          return null;
        });
  }

  /** What opens sessions. */
  public FakeOpener opener() {
    return opener;
  }

  /** The job runner. */
  public QueuedJobRunner jobs() {
    return jobs;
  }

  /** The window's model; touch it through {@link #fx} only. */
  public ExplorerWindowViewModel model() {
    return window.model();
  }

  /** Hands the window trouble that nobody expected. */
  public void report(Throwable trouble) {
    window.report(trouble);
  }

  /** Mouse and keyboard. */
  public FxRobot robot() {
    return robot;
  }

  /** Opens a session and waits until the first scores are there. */
  public void show(ExplorerSession session) {
    opener.answer(context -> session);
    run(model()::openDemo);
    await("the session", () -> model().sessionProperty().get() == session);
    awaitScores();
  }

  /** Waits until no scores are being computed. */
  public void awaitScores() {
    await("scores", () -> !explore(model()).influence().busyProperty().get());
  }

  /** Does something on the JavaFX thread and waits for its result. */
  public <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(1000 * PATIENCE_SECONDS, work);
  }

  /** Does something on the JavaFX thread and waits until it is done and shown. */
  public void run(Runnable work) {
    fx(
        () -> {
          work.run();
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits until a condition, asked on the JavaFX thread, holds. */
  public void await(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS,
          TimeUnit.SECONDS,
          () -> fx((Callable<Boolean>) condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("Waited in vain for " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Types a key alone. */
  public void type(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.type(key);
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  /** The only node that a selector finds. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // as the robot's own look-up
  public <T extends Node> T node(String selector) {
    return robot.lookup(selector).query();
  }

  /** Gives the window another size. */
  public void resize(double width, double height) {
    run(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
  }

  /** With pictures wanted, writes what the window shows to {@code name-WIDTH-THEME.png}, at the present size. */
  public void picture(String name) {
    if (!PICTURES) {
      return;
    }
    WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
    for (int i = 0; i < 2; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      String theme = fx(() -> model().themeProperty().get().id());
      WritableImage image = fx(() -> stage.getScene().snapshot(null));
      write(image, name + "-" + (int) image.getWidth() + "-" + theme + ".png");
      run(model()::toggleTheme);
    }
  }

  /** The window in its present theme looks like the guide's picture of this name; not asked where tests draw small pictures. */
  public void guidePicture(String name) {
    if (!PICTURES) {
      return;
    }
    WaitForAsyncUtils.waitForFxEvents();
    new GuidePicture(name)
        .assertAlike(
            () -> SwingFXUtils.fromFXImage(fx(() -> stage.getScene().snapshot(null)), null));
  }

  /** The same of a picture the window wrote to a file. */
  public void guidePicture(String name, Path written) throws IOException {
    if (PICTURES) {
      BufferedImage picture = ImageIO.read(written.toFile());
      new GuidePicture(name).assertAlike(() -> picture);
    }
  }

  /** Opens and closes what hangs over the window, such as a menu; its picture is that of the whole screen. */
  public void screenPicture(String name, Runnable open) {
    if (!PICTURES) {
      open.run();
      type(KeyCode.ESCAPE, KeyCode.ESCAPE);
      return;
    }
    for (int i = 0; i < 2; i++) {
      open.run();
      WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
      WaitForAsyncUtils.waitForFxEvents();
      String theme = fx(() -> model().themeProperty().get().id());
      Rectangle2D bounds =
          fx(
              () ->
                  new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
      write(
          robot.capture(bounds).getImage() instanceof WritableImage shot ? shot : null,
          name + "-" + (int) bounds.getWidth() + "-" + theme + ".png");
      type(KeyCode.ESCAPE, KeyCode.ESCAPE);
      run(model()::toggleTheme);
    }
  }

  private static void write(WritableImage image, String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      ImageIO.write(
          SwingFXUtils.fromFXImage(image, null), "png", SCREENSHOTS.resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows the window in both sizes, with a {@link #picture} of each; leaves it small, since a larger one can't be drawn without a display. */
  public void pictures(String name) {
    picture(name);
    resize(1100, 700);
    picture(name);
  }

  @Override
  public void close() {
    window.close();
    run(stage::hide);
    jobs.close();
    styles.assertNone();
  }
}
