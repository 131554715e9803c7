package eifexplorer.app;

import static eifexplorer.ui.testing.WindowScreens.explore;
import static eifexplorer.ui.testing.WindowScreens.review;
import static eifexplorer.ui.testing.WindowScreens.turnTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.EngineSettings;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.NewWorkspace;
import eifexplorer.testing.Folders;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.explore.confusions.ConfusionsViewModel;
import eifexplorer.ui.explore.confusions.Form;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.whatif.WhatIfViewModel;
import eifexplorer.ui.review.QueueViewModel;
import eifexplorer.ui.review.ReviewScreen;
import eifexplorer.ui.testing.AnnotatorKeys;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real photographs, from the data set's folder to the window; skipped where the shared data are absent. */
@Timeout(180)
class PhotographsIT {
  private static final String BIRDS = "birds";

  /** Of each class. */
  private static final int PHOTOGRAPHS = 24;

  /** Trained once; each test has a copy. */
  @TempDir static Path prepared;

  private static ExplorerSession made;

  @TempDir Path folder;

  /** A few photographs each of two blackbirds to train on and of two crows to test. */
  @BeforeAll
  static void train() throws IOException {
    Path images = prepared.resolve("images");
    for (String kind :
        List.of(
            "009.Brewer_Blackbird",
            "010.Red_winged_Blackbird",
            "029.American_Crow",
            "030.Fish_Crow")) {
      Path shared = GoldenFiles.shared("data/CUB_200_2011").resolve("images").resolve(kind);
      for (Path photograph : Folders.files(shared).subList(0, PHOTOGRAPHS)) {
        Path copy = images.resolve(kind).resolve(photograph.getFileName().toString());
        Files.createDirectories(copy.getParent());
        Files.copy(photograph, copy);
      }
    }
    NewWorkspace birds =
        new NewWorkspace(
            prepared.resolve(BIRDS),
            DatasetReference.clean("folder", images.toAbsolutePath().toString(), "1-2", "3-4"),
            GoldenFiles.shared("data/weights/mobilenet_v2_imagenet.pth"),
            LossSpec.PROXY_NCA,
            0);
    try (Explorer explorer = explorer(prepared)) {
      made = explorer.sessions().create(birds, JobContext.unattended());
    }
  }

  @BeforeEach
  void copy() {
    Folders.copy(prepared.resolve(BIRDS), folder.resolve(BIRDS));
  }

  private static Explorer explorer(Path home) {
    return Composition.explorer(
        () -> new DjlEngine(EngineSettings.defaults()), new UserFolders(home, home), "test");
  }

  private WindowHarness window(Explorer explorer) {
    return new WindowHarness(
        folder.resolve("window"), List.of(), WindowParts.exploreServices(explorer), explorer);
  }

  private ExplorerSession open(Explorer explorer) {
    return explorer.sessions().openWorkspace(folder.resolve(BIRDS), JobContext.unattended());
  }

  @Test
  void aWorkspaceOfPhotographsOpensInTheWindowAsItWasMade() {
    try (Explorer explorer = explorer(folder);
        WindowHarness window = window(explorer)) {
      ExplorerSession opened = open(explorer);
      assertEquals(made.pairs(), opened.pairs());
      assertArrayEquals(made.bundle().head().weight(), opened.bundle().head().weight());

      window.show(opened);
      awaitSurvey(window, opened.pairs().size());
      assertEquals(
          7, window.fx(() -> explore(window.model()).strip(InfluenceKind.HARMFUL).page().size()));
      ConfusionsViewModel confusions = explore(window.model()).confusions();
      window.run(() -> confusions.showForm(Form.CLASSES));
      window.picture("photographs-classes");
      window.run(() -> confusions.openMatrix(true));
      window.picture("photographs-matrix");
      window.run(() -> confusions.showForm(Form.PAIRS));
      window.run(() -> window.node("#harmful-strip").requestFocus());
      window.type(KeyCode.G, KeyCode.G, KeyCode.DOWN, KeyCode.E, KeyCode.F);
      window.awaitScores();
      window.picture("photographs-neighbours-of-a-group");
      window.type(KeyCode.ESCAPE, KeyCode.G, KeyCode.E);
      window.awaitScores();
      WhatIfViewModel whatIf = window.fx(() -> explore(window.model()).sheets().whatIf());
      window.run(
          () -> {
            whatIf.toggle();
            whatIf.run();
          });
      window.await("the trials", () -> whatIf.resultProperty().get() != null);
      window.picture("photographs-what-if");
      window.type(KeyCode.C);
      window.await(
          "the other's scores", () -> !explore(window.model()).sheets().compare().text().isEmpty());
      window.picture("photographs-compare");
      window.type(KeyCode.H);
      window.await(
          "harm by class",
          () -> !explore(window.model()).sheets().culprits().culpritsProperty().get().isEmpty());
      window.picture("photographs-culprits");
      window.type(KeyCode.ESCAPE);
      window.pictures("photographs");
    }
  }

  @Test
  void photographsAreReviewed() {
    try (Explorer explorer = explorer(folder);
        WindowHarness window = window(explorer)) {
      ExplorerSession session = open(explorer);
      window.show(session);
      window.run(() -> turnTo(window.model(), ReviewScreen.class));
      QueueViewModel queue = review(window.model()).queue();
      window.await("the queue", () -> queue.shownProperty().get() != null);
      window.await(
          "the quick detectors", () -> queue.ordering().detectors().contains("near-duplicate"));
      int size = session.dataset().train().size();
      AnnotatorKeys.decide(window, queue, KeyCode.DIGIT1, KeyCode.DIGIT0, KeyCode.X);
      String left = (size - 3) + " of " + size + " left";
      window.await("three decisions", () -> queue.leftText().equals(left));
      window.pictures("review-photographs");

      assertEquals(left, window.fx(queue::leftText));
    }
  }

  private static void awaitSurvey(WindowHarness window, int pairs) {
    window.await(
        "the survey of all pairs",
        () -> {
          var survey = explore(window.model()).strips().survey().surveyProperty().get();
          return survey != null && survey.explained() == pairs;
        });
  }
}
