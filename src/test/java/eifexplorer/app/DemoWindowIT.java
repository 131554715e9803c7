package eifexplorer.app;

import static eifexplorer.ui.testing.WindowScreens.experiments;
import static eifexplorer.ui.testing.WindowScreens.explore;
import static eifexplorer.ui.testing.WindowScreens.map;
import static eifexplorer.ui.testing.WindowScreens.turnTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.Engine;
import eifexplorer.experiment.Experiment;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.retrain.Chance;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.DemoPictures;
import eifexplorer.ui.experiment.ExperimentForm;
import eifexplorer.ui.experiment.ExperimentScreen;
import eifexplorer.ui.experiment.ExperimentsViewModel;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.whatif.WhatIfSelection;
import eifexplorer.ui.explore.whatif.WhatIfViewModel;
import eifexplorer.ui.map.MapScreen;
import eifexplorer.ui.map.MapViewModel;
import eifexplorer.ui.testing.WindowHarness;
import eifexplorer.ui.workspace.WorkspaceScreen;
import eifexplorer.workspace.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as it comes with the program, opened without the tensor runtime. */
@Timeout(120)
class DemoWindowIT {
  /** The demo's workspace is one for all tests, as it is for a user. */
  @TempDir static Path home;

  @TempDir Path folder;

  @BeforeAll
  static void paint() {
    try (Explorer explorer = explorer()) {
      explorer.sessions().openDemo(JobContext.unattended());
      DemoPictures.putInto(explorer.demo().images());
    }
  }

  private static Explorer explorer() {
    return Composition.explorer(DemoWindowIT::noEngine, new UserFolders(home, home), "test");
  }

  private static Engine noEngine() {
    throw new AssertionError("The demo must open without the tensor runtime");
  }

  @Test
  void lookAlikesAreConfusedNowAndThen() {
    try (Explorer explorer = explorer()) {
      ExplorerSession session = explorer.sessions().openDemo(JobContext.unattended());

      assertTrue(
          session.recallAt1() > .6 && session.recallAt1() < .9, "R@1 " + session.recallAt1());
      assertEquals(12, session.dataset().trainClassCount());
      assertEquals(24, session.dataset().classes().size());
    }
  }

  @Test
  void eightInAHundredTrainingLabelsAreWrongAndTheTruthIsKnown() {
    try (Explorer explorer = explorer()) {
      ExplorerSession session = explorer.sessions().openDemo(JobContext.unattended());

      assertEquals(
          Math.round(.08 * session.dataset().train().size()),
          session.dataset().noise().orElseThrow().trueLabels().size());
    }
  }

  @Test
  void theWindowShowsTheClosestPairWithBothStrips() throws IOException {
    try (Explorer explorer = explorer();
        WindowHarness window =
            new WindowHarness(
                folder.resolve("window"),
                List.of(),
                DemoWindow.services(explorer),
                explorer,
                new PresentedFindings(explorer))) {
      ExplorerSession session = explorer.sessions().openDemo(JobContext.unattended());
      window.show(session);
      awaitSurvey(window, session.pairs().size());

      for (InfluenceKind kind : InfluenceKind.values()) {
        assertEquals(
            7, window.fx(() -> explore(window.model()).strip(kind).page().size()), kind.name());
      }
      window.guidePicture("explore");
      window.type(KeyCode.C);
      window.await(
          "the other's scores", () -> !explore(window.model()).sheets().compare().text().isEmpty());
      window.picture("demo-compare");
      window.type(KeyCode.H);
      window.await(
          "harm by class",
          () -> !explore(window.model()).sheets().culprits().culpritsProperty().get().isEmpty());
      window.picture("demo-culprits");
      window.guidePicture("culprits");
      window.type(KeyCode.ESCAPE);
      window.pictures("demo");
      if (WindowHarness.PICTURES) {
        furtherPicturesOfTheGuide(window);
      }
    }
  }

  private void furtherPicturesOfTheGuide(WindowHarness window) throws IOException {
    window.resize(1440, 900);
    present(window);
    showTheMap(window);
    window.run(() -> turnTo(window.model(), WorkspaceScreen.class));
    window.guidePicture("workspace");
    saveACard(window);
  }

  private static void showTheMap(WindowHarness window) {
    MapViewModel map = window.fx(() -> map(window.model()));
    window.run(window.model()::toggleTheme);
    window.run(() -> turnTo(window.model(), MapScreen.class));
    window.await("the map", () -> map.layout().qualityProperty().get() != null);
    window.guidePicture("map");
    window.run(window.model()::toggleTheme);
  }

  private void saveACard(WindowHarness window) throws IOException {
    Path card = folder.resolve("card.png");
    window.run(() -> explore(window.model()).cards().write(card));
    window.await("the card", () -> Files.exists(card));
    window.guidePicture("card", card);
  }

  private static void present(WindowHarness window) {
    window.type(KeyCode.F11);
    window.await("a finding", () -> window.model().presentation().shownProperty().get() != null);
    window.guidePicture("presentation");
    window.type(KeyCode.ESCAPE);
    window.await("its end", () -> !window.model().presentation().openProperty().get());
  }

  @Test
  void leavingOutWhatHarmsPushesThePairApartMoreThanChance() {
    try (Explorer explorer = explorer();
        WindowHarness window =
            new WindowHarness(folder.resolve("window"), List.of(), DemoWindow.services(explorer))) {
      ExplorerSession session = explorer.sessions().openDemo(JobContext.unattended());
      window.show(session);
      window.awaitScores();
      WhatIfViewModel whatIf = window.fx(() -> explore(window.model()).sheets().whatIf());
      window.run(() -> window.node("#harmful-strip").requestFocus());
      window.type(KeyCode.Q, KeyCode.RIGHT, KeyCode.Q, KeyCode.W);
      window.picture("what-if-picked");
      window.type(KeyCode.ESCAPE);
      window.picture("what-if-picked-tiles");
      window.run(
          () -> {
            whatIf.toggle();
            whatIf.form().selectionProperty().set(WhatIfSelection.ALL);
            whatIf.form().rateProperty().set("4e-4");
            whatIf.run();
          });
      window.await("the trials", () -> whatIf.resultProperty().get() != null);

      assertEquals(
          Chance.MORE_THAN_CHANCE,
          window.fx(() -> whatIf.resultProperty().get().effects().chance()));
      window.guidePicture("what-if");
      window.pictures("what-if");
    }
  }

  @Test
  void theFieldStudyOfTheDemoIsRunAndShown() {
    try (Explorer explorer = explorer();
        WindowHarness window =
            new WindowHarness(
                folder.resolve("window"), List.of(), DemoWindow.services(explorer), explorer)) {
      ExplorerSession session = explorer.sessions().openDemo(JobContext.unattended());
      window.show(session);
      ExperimentsViewModel experiments = window.fx(() -> experiments(window.model()));
      window.run(() -> turnTo(window.model(), ExperimentScreen.class));
      window.picture("experiments-empty");
      for (String id : List.of("field-study", "pair-confusion")) {
        Experiment experiment =
            experiments.all().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
        window.run(
            () -> {
              experiments.chosenProperty().set(experiment);
              ExperimentForm form = experiments.form(experiment);
              form.parameters().stream()
                  .filter(parameter -> parameter.name().equals("pairs"))
                  .forEach(parameter -> form.value(parameter).set("12"));
              experiments.start();
            });
        window.await(id, () -> !experiments.isRunning(experiment));
        assertEquals("1 result", window.fx(() -> experiments.stateText(experiment)));
        window.picture("experiments-" + id);
      }
      window.guidePicture("experiments");
      window.pictures("experiments");
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
