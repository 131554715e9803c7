package eifexplorer.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.dataset.LabelChange;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Revisions;
import eifexplorer.testing.EarlyRun;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.testing.WindowScreens;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head is trained on the Train screen, with the real services and features that need no tensor runtime. */
class TrainScreenIT {
  @TempDir Path folder;
  private WindowHarness window;
  private SmallWorkspace small;

  @BeforeEach
  void open() {
    small = new SmallWorkspace(folder);
    small.add(1);
    window = new WindowHarness(folder, List.of());
    window
        .opener()
        .answer(context -> small.explorer().sessions().openWorkspace(small.workspace(), context));
    window.run(() -> window.model().openWorkspace(small.workspace()));
    window.await("the workspace", () -> window.model().openingProperty().get().isEmpty());
    control(KeyCode.DIGIT4);
    window.await("the presets", () -> train().presetProperty().get() != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private TrainViewModel train() {
    return WindowScreens.train(window.model());
  }

  private void control(KeyCode key) {
    window.robot().press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  private void plan(PlanField field, String text) {
    window.run(() -> train().form().text(field).set(text));
  }

  private void awaitRuns(int done) {
    window.await(
        "the runs",
        () ->
            train().runs().stream().filter(run -> run.state() == RunRow.State.DONE).count()
                == done);
  }

  @Test
  void aPlanIsQueuedWatchedComparedAndOpened() {
    window.pictures("train-empty");
    plan(PlanField.CLASSES, "3");
    plan(PlanField.SAMPLES, "2");
    plan(PlanField.EPOCHS, "40");
    control(KeyCode.ENTER);
    awaitRuns(1);
    plan(PlanField.SEED, "1");
    plan(PlanField.HEAD_RATE, "0.01");
    control(KeyCode.ENTER);
    awaitRuns(2);
    window.await(
        "the newest",
        () -> train().chosenRun().isPresent() && train().chosenRun().get().plan().seed() == 1);
    assertEquals(
        window.fx(() -> train().logProperty().get()),
        window.fx(
            () -> {
              RunPane openedLater = new RunPane(train(), new Flyout(new Pane()));
              return ((TextArea) openedLater.lookup("#run-log")).getText();
            }));
    window.run(() -> train().tick(train().runs().get(1)));
    window.resize(1440, 900);
    window.pictures("train-runs");
    window.resize(1440, 900);
    window.robot().clickOn("#run-details");
    window.pictures("train-details");
    window.resize(1440, 900);
    window.robot().clickOn("#ask-delete-run");
    window.robot().clickOn("#run-columns");
    window.robot().clickOn("#column-recall-at-4");
    window.picture("train-columns");
    window.type(KeyCode.ESCAPE);
    assertEquals(
        List.of(true, false),
        window.fx(
            () ->
                List.of(
                    train().columns().shown().stream().anyMatch(c -> c.title().equals("R@4")),
                    window.robot().lookup("#column-recall-at-4").tryQuery().isPresent())));
    window.robot().clickOn("#run-curves");

    assertEquals(
        List.of("40 / 40", "40 / 40"),
        window.fx(() -> train().runs().stream().map(RunRow::epochText).toList()));
    String trained = window.fx(() -> train().runs().get(0).id());
    window.run(() -> window.node("#runs").requestFocus());
    window.type(KeyCode.ENTER);
    window.await("Explore", () -> window.model().pageProperty().get().id().equals("explore"));
    assertEquals(
        List.of("workspace " + small.workspace() + " " + trained),
        window.opener().asked().subList(1, 2));
  }

  @Test
  void whatIsWrongStandsUnderItsField() {
    plan(PlanField.EPOCHS, "0");
    plan(PlanField.CLIP, "ten");
    window.run(
        () -> {
          train().start().noiseProperty().set(LabelNoiseChoice.SHIFT);
          train().start().weightsProperty().set(WeightsChoice.FILE);
        });
    window.picture("train-problem");
    assertEquals(true, window.fx(() -> window.node("#queue-run").isDisabled()));
  }

  /** A whole network on a label revision, with a run that can't be read and one that ended badly, in a small window. */
  @Test
  void theFormOfAWholeNetworkAndTheWarningsOfRuns() {
    Path runs = small.workspace().resolve("runs");
    AtomicFiles.writeText(runs.resolve("broken/run.json"), "{\"id\": ");
    AtomicFiles.writeText(runs.resolve("early/run.json"), EarlyRun.JSON);
    AtomicFiles.writeText(
        runs.resolve("early/outcome.json"),
        "{\"state\": \"FAILED\", \"message\": \"The loss of epoch 2, batch 3 is not a number\"}");
    commitRevision();
    window.run(train()::refresh);
    window.await("the run", () -> train().chosenRun().isPresent());
    window.await("the revision", () -> train().start().revisions().size() == 2);
    window.run(
        () -> {
          train()
              .choose(
                  train().presets().stream()
                      .filter(preset -> !preset.plan().network().frozen())
                      .findFirst()
                      .orElseThrow());
          train().detailsOpenProperty().set(true);
        });
    window.pictures("train-whole");
    window.run(() -> train().formOpenProperty().set(true));
    window.picture("train-form");
    window.type(KeyCode.ESCAPE);
    assertEquals(false, window.fx(() -> train().formOpenProperty().get()));
    assertEquals(
        List.of("early"), window.fx(() -> train().runs().stream().map(RunRow::id).toList()));
    assertEquals(
        "broken: ",
        window.fx(() -> train().unreadableProperty().get().substring(0, "broken: ".length())));
  }

  private void commitRevision() {
    LabelChange change = new LabelChange("images/a.png", "class0", "class1");
    Json.write(
        small.workspace().resolve("review/revisions/1.json"),
        new Revision(
            1,
            0,
            "first look",
            Instant.EPOCH,
            List.of(),
            List.of(),
            List.of(change),
            List.of(),
            "f"));
    Json.write(small.workspace().resolve("review/current.json"), new Revisions.Pointer(1, 1, 0));
  }

  @Test
  void aBundleCantBeTrainedIn() {
    window.show(SampleSession.of(Optional.empty()));
    window.run(() -> WindowScreens.turnTo(window.model(), TrainScreen.class));
    window.picture("train-none");
    assertEquals(true, window.fx(() -> train().workspaceProperty().get() == null));
  }
}
