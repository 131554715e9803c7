package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobContext;
import eifexplorer.job.JobState;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.workspace.WindowState.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplorerWindowIT {
  @TempDir Path folder;

  private final CountDownLatch release = new CountDownLatch(1);
  private WindowHarness window;

  @BeforeEach
  void open() {
    window = new WindowHarness(folder, List.of());
  }

  @AfterEach
  void close() {
    release.countDown();
    window.close();
  }

  /** Reports progress until it is cancelled or released. */
  private ExplorerSession slowly(JobContext context) {
    try {
      for (int i = 0; !release.await(20, TimeUnit.MILLISECONDS); i++) {
        context.progress(Math.min(1400, 700 + i), 1487, "images");
        context.log("batch " + i + " of 47");
        context.checkCancelled();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return SampleSession.of(Optional.empty());
  }

  @Test
  void beforeAnythingIsOpenItSaysWhatToOpen() {
    assertTrue(window.robot().lookup("#start-demo").tryQuery().isPresent());
    window.pictures("start");
  }

  @Test
  void aSizeTheWindowHasBeforeItIsPutSomewhereIsNotKept() {
    Place left = new Place(20, 30, 1180, 700, false, 1);
    Place small = new Place(20, 30, 1100, 660, false, 1);

    List<Optional<Place>> told =
        window.fx(
            () -> {
              Stage stage = new Stage();
              StageKeeper keeper = new StageKeeper(stage, () -> false);
              keeper.place(left);
              stage.setWidth(small.width());
              stage.setHeight(small.height());
              Optional<Place> before = keeper.current();
              keeper.keepOnScreen();
              return List.of(before, keeper.current());
            });

    assertEquals(List.of(Optional.of(left), Optional.of(small)), told);
  }

  @Test
  void theButtonOpensTheDemo() {
    window.opener().answer(context -> SampleSession.of(Optional.empty()));

    window.robot().clickOn("#start-demo");
    window.await("a session", () -> window.model().sessionProperty().get() != null);

    assertEquals(List.of("demo"), window.opener().asked());
  }

  @Test
  void aRunningJobIsCancelledFromTheStatusBar() {
    window.opener().answer(this::slowly);
    window.run(window.model()::openDemo);
    window.await("the job in sight", () -> window.model().jobs().runningProperty().get() != null);
    window.run(
        () -> window.model().jobs().selectedProperty().set(window.model().jobs().jobs().get(0)));
    window.robot().press(KeyCode.CONTROL).type(KeyCode.J).release(KeyCode.CONTROL);
    window.pictures("job-running");

    Button cancel = window.robot().lookup(".status-bar > .icon-button").nth(1).query();
    window.robot().clickOn(cancel);
    window.await(
        "the end",
        () -> window.model().jobs().jobs().get(0).stateProperty().get() == JobState.CANCELLED);

    assertEquals("", window.fx(() -> window.model().openingProperty().get()));
  }

  @Test
  void aFailedJobShowsItsMessageAndBlocksNothing() {
    window.show(SampleSession.of(Optional.empty()));
    window
        .opener()
        .answer(
            context -> {
              context.log("reading workspace.json");
              throw new ProblemException(
                  "The field dataset is missing",
                  "/data/birds/workspace.json",
                  "Make the workspace again.");
            });

    window.run(() -> window.model().openWorkspace(Path.of("/data/birds")));
    window.await("the failure", () -> window.model().jobs().failedProperty().get() != null);

    String message =
        "The field dataset is missing: /data/birds/workspace.json. Make the workspace again.";
    assertEquals(message, window.<Label>node(".notice-message").getText());
    assertEquals(message, window.<Button>node(".status-failure").getText());
    assertEquals("bundle", window.fx(() -> window.model().sessionProperty().get().name()));
    window.picture("failure");
    window.robot().clickOn("Details");
    window.robot().clickOn(".status-failure");
    window.picture("failure-details");
  }

  @Test
  void whatNobodyExpectedIsShownToo() {
    window.run(() -> window.report(new IllegalStateException("index 3")));

    assertTrue(
        window
            .<Label>node(".notice-message")
            .getText()
            .startsWith("Something unexpected went wrong (index 3)"));
  }

  @Test
  void theKeysAreShownAndHidden() {
    window.show(SampleSession.of(Optional.empty()));

    window.run(() -> window.model().helpProperty().set(true));
    assertTrue(window.node(".help-sheet").isVisible());
    window.pictures("help");

    window.type(KeyCode.ESCAPE);
    assertFalse(window.robot().lookup(".help-sheet").query().isVisible());
  }

  @Test
  void thePresentationLiesOverEverySheet() {
    window.run(() -> window.model().helpProperty().set(true));
    List<Node> layers =
        window.node("#presentation").getParent().getChildrenUnmodifiable().stream().toList();

    List<String> above =
        layers.subList(layers.indexOf(window.node("#presentation")) + 1, layers.size()).stream()
            .map(layer -> layer.getClass().getSimpleName())
            .toList();

    assertEquals(List.of("NoticesPane", "DropOverlay", "ProgramSheet"), above);
  }

  @Test
  void theWorkspaceScreenHasTheFacts() {
    window.show(SampleSession.of(Optional.empty()));

    window.robot().press(KeyCode.CONTROL).type(KeyCode.DIGIT6).release(KeyCode.CONTROL);

    assertTrue(window.robot().lookup("64 images of 4 classes").tryQuery().isPresent());
    window.pictures("workspace");
  }

  @Test
  void theFormSaysWhatIsMissing() {
    window.robot().press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.O);
    window.robot().release(KeyCode.CONTROL, KeyCode.SHIFT);
    assertTrue(window.robot().lookup("Choose a file or folder.").tryQuery().isPresent());
    window.pictures("open");
    window.robot().press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
    window.robot().clickOn("Create workspace");
    window.await("the messages", () -> !window.<Label>node("#problem-root").getText().isEmpty());

    assertEquals(
        "Choose an empty or a new folder.", window.<Label>node("#problem-workspace").getText());
    window.pictures("new-data-set");
  }

  @Test
  void theMenuListsWhatCanBeOpened() {
    window.robot().clickOn("#open-menu");

    assertTrue(window.robot().lookup("Workspace folder…").tryQuery().isPresent());
  }
}
