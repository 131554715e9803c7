package eifexplorer.ui.shell;

import static eifexplorer.ui.testing.WindowScreens.explore;
import static eifexplorer.ui.testing.WindowScreens.train;
import static eifexplorer.ui.testing.WindowScreens.turnTo;
import static eifexplorer.ui.testing.WindowScreens.workspace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.engine.KernelChoice;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobRunner;
import eifexplorer.job.Lane;
import eifexplorer.model.ModelCard;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.PairLink;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.explore.confusions.PairOrder;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.Theme;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.testing.FakeOpener;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.tour.TourStep;
import eifexplorer.ui.train.TrainScreen;
import eifexplorer.ui.workspace.FormField;
import eifexplorer.ui.workspace.ModelsViewModel;
import eifexplorer.ui.workspace.RelocationViewModel;
import eifexplorer.ui.workspace.WorkspaceScreen;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplorerWindowViewModelTest {
  @TempDir Path folder;

  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FakeOpener opener = new FakeOpener().answer(context -> session);

  private ExplorerWindowViewModel window(JobRunner runner) {
    return UnshownWindow.with(runner, opener, folder);
  }

  private ExplorerWindowViewModel window() {
    return window(new InlineJobRunner());
  }

  @Test
  void theDemoIsShownEverywhere() {
    ExplorerWindowViewModel window = window();

    window.openDemo();

    assertEquals(
        List.of(session, session, session),
        List.of(
            window.sessionProperty().get(),
            explore(window).sessionProperty().get(),
            workspace(window).facts().sessionProperty().get()));
  }

  @Test
  void openedWorkspacesAreRemembered() {
    window().openWorkspace(folder.resolve("a"));
    window().openWorkspace(folder.resolve("b"));

    assertEquals(List.of(folder.resolve("b"), folder.resolve("a")), window().recent());
  }

  @Test
  void theThemeIsRemembered() {
    window().toggleTheme();

    assertSame(Theme.LIGHT, window().themeProperty().get());
  }

  @Test
  void aFailedOpeningKeepsWhatIsOpenAndSaysWhy() {
    ExplorerWindowViewModel window = window();
    window.openDemo();
    opener.answer(
        context -> {
          throw new ProblemException("The field dataset is missing", "workspace.json", "");
        });

    window.openWorkspace(folder);

    assertSame(session, window.sessionProperty().get());
    assertEquals(List.of("The field dataset is missing: workspace.json."), notices(window));
    assertEquals("", window.openingProperty().get());
  }

  private static List<String> notices(ExplorerWindowViewModel window) {
    return window.notices().notices().stream().map(Notice::message).toList();
  }

  @Test
  void whatIsSaidOfAWorkspaceDoesNotFollowIntoAnother() {
    ExplorerWindowViewModel window = window();
    window.openDemo();
    window.notices().info("Left out 1 image.", "Undo", () -> {});
    window.notices().show(new Failure("The disk is full", ""));
    window.openDemo();
    assertEquals(1, window.notices().notices().size());

    Path other = folder.resolve("other");
    ExplorerSession there =
        SampleSession.in(
            Workspace.create(other, "other", DatasetReference.clean("cub", "/data", "", "")),
            folder);
    opener.answer(context -> there);
    List<Notice> before = List.copyOf(window.notices().notices());
    window.openWorkspace(other);
    assertSame(there, window.sessionProperty().get());
    assertTrue(Collections.disjoint(before, window.notices().notices()));
  }

  @Test
  void anOpeningThatWaitsSaysForWhatAndCanBeGivenUp() {
    HeldJobRunner held = new HeldJobRunner();
    ExplorerWindowViewModel window = window(held);
    held.submit("Training b", Lane.ENGINE, context -> "");
    held.job(0).begin();
    window.openDemo();
    window.sample();
    assertEquals("Opening the demo waits for Training b", window.openingWaitsProperty().get());

    window.cancelOpening();
    assertTrue(held.job(1).givenUp());
  }

  @Test
  void aFolderThatIsNoWorkspaceIsOfferedAsADataSet() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));
    opener.answer(
        context -> {
          throw new ProblemException("This folder is no workspace", "images", "");
        });
    ExplorerWindowViewModel window = window();
    window.openWorkspace(images);
    Notice.Action offered = window.notices().notices().get(0).action().orElseThrow();
    assertEquals("Open as a data set", offered.title());

    offered.run().run();
    assertEquals("new-data-set", window.pageProperty().get().id());
    assertEquals(
        images.toString(), workspace(window).newDataSet().model().text(FormField.ROOT).get());
  }

  /** With what was typed. */
  @Test
  void aFormStaysUntilWhatItAsksForShows() {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    openReal(small);
    ExplorerWindowViewModel window = window();
    window.openWorkspace(small.workspace());
    opener.answer(
        context -> {
          throw new ProblemException("The weights do not fit", "", "");
        });
    window.ask(new Request.AddModel(Optional.of(small.model(2, SmallWorkspace.CLASSES))));
    workspace(window).addModel().model().submit();
    assertEquals("add-model", window.pageProperty().get().id());
    assertFalse(workspace(window).addModel().model().addingProperty().get());
    assertTrue(workspace(window).addModel().model().ready().get());
  }

  @Test
  void aFailedOpeningIsNotRemembered() {
    opener.answer(
        context -> {
          throw new ProblemException("This folder is no workspace", "", "");
        });
    ExplorerWindowViewModel window = window();

    window.openWorkspace(folder);

    assertEquals(List.of(), window.recent());
  }

  @Test
  void openingSomethingElseGivesUpOnWhatIsBeingOpened() {
    HeldJobRunner held = new HeldJobRunner();
    ExplorerWindowViewModel window = window(held);
    window.openDemo();

    window.openWorkspace(folder.resolve("other"));
    held.job(0).finish();

    assertEquals(
        List.of(true, "Opening other"),
        List.of(held.job(0).cancelled(), window.openingProperty().get()));
    assertNull(window.sessionProperty().get());
  }

  @Test
  void aCancelledOpeningLeavesTheStart() {
    HeldJobRunner held = new HeldJobRunner();
    opener.answer(
        context -> {
          context.checkCancelled();
          return session;
        });
    ExplorerWindowViewModel window = window(held);
    window.openDemo();

    held.job(0).cancel();
    held.job(0).finish();

    assertEquals(
        List.of("", List.of()),
        List.of(window.openingProperty().get(), window.notices().notices()));
  }

  @Test
  void newLabelsAreReadWithTheModelThatIsOpenThoughAnotherIsCurrentByNow() {
    SmallWorkspace small = new SmallWorkspace(folder);
    ModelCard first = small.add(1);
    openReal(small);
    ExplorerWindowViewModel window = window();
    window.openWorkspace(small.workspace());
    ModelCard second = small.add(2);

    window.refresh();
    window.reopen();

    String workspace = "workspace " + small.workspace();
    assertEquals(
        List.of(workspace, workspace + " " + first.id(), workspace), opener.asked().subList(0, 3));
    assertEquals(second.id(), Workspace.open(small.workspace()).manifest().currentModel());
  }

  @Test
  void aLinkIntoTheModelThatIsOpenShowsItsPairWithoutOpeningItAgain() {
    SmallWorkspace small = new SmallWorkspace(folder);
    ModelCard first = small.add(1);
    openReal(small);
    ExplorerWindowViewModel window = window();
    window.openWorkspace(small.workspace());
    ExplorerSession open = window.sessionProperty().get();

    window.openView(view(small, first.id(), new TestPair(1, 5)));
    assertSame(open, window.sessionProperty().get());
    assertEquals(new TestPair(1, 5), shownPair(window));

    ModelCard second = small.add(2);
    window.openView(view(small, second.id(), new TestPair(2, 6)));
    String workspace = "workspace " + small.workspace();
    assertEquals(List.of(workspace, workspace + " " + second.id()), opener.asked());
    assertEquals(new TestPair(2, 6), shownPair(window));
  }

  private static PairLink view(SmallWorkspace small, String model, TestPair pair) {
    return new PairLink(small.workspace(), model, pair, PairLink.PAIR, "", Map.of());
  }

  private static TestPair shownPair(ExplorerWindowViewModel window) {
    ConfusionPair shown = explore(window).pairs().selectedProperty().get().pair();
    return new TestPair(shown.wrong(), shown.confusedWith());
  }

  @Test
  void aSessionThatIsLeftGivesBackWhatItKept() {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    openReal(small);
    ExplorerWindowViewModel window = window();
    window.openWorkspace(small.workspace());
    InfluenceEstimator left = window.sessionProperty().get().estimator();
    InfluenceScores kept = left.estimate(InfluenceQuery.pair(0, 1), JobContext.unattended());
    assertSame(kept, left.estimate(InfluenceQuery.pair(0, 1), JobContext.unattended()));

    opener.answer(context -> session);
    window.openDemo();

    assertNotSame(kept, left.estimate(InfluenceQuery.pair(0, 1), JobContext.unattended()));
  }

  private void openReal(SmallWorkspace small) {
    opener.answer(context -> small.explorer().sessions().openWorkspace(small.workspace(), context));
  }

  @Test
  void anAddedModelIsTheLoadedOne() {
    SmallWorkspace small = new SmallWorkspace(folder);
    ModelCard first = small.add(1);
    openReal(small);
    ExplorerWindowViewModel window = window();
    window.openWorkspace(small.workspace());
    ModelsViewModel models = workspace(window).models();
    assertEquals(first.id(), models.loadedProperty().get());

    window.ask(new Request.AddModel(Optional.of(small.model(2, SmallWorkspace.CLASSES))));
    workspace(window).addModel().model().submit();

    assertEquals(2, models.models().size());
    assertEquals(models.models().get(1).card().id(), models.loadedProperty().get());
    assertEquals("workspace", window.pageProperty().get().id());
  }

  @Test
  void aWorkspaceWithoutAModelIsOpenedAndShowsItsFirst() {
    SmallWorkspace small = new SmallWorkspace(folder);
    ExplorerWindowViewModel window = window();
    window.openDemo();
    window.search().textProperty().set("a");
    openReal(small);

    window.openWorkspace(small.workspace());
    assertNull(window.sessionProperty().get());
    assertEquals(
        List.of("discs", List.of(), List.of(small.workspace()), "explore"),
        List.of(
            window.openName(), notices(window), window.recent(), window.pageProperty().get().id()));
    window.search().textProperty().set("a");
    assertEquals(List.of(), window.search().hits());

    window.ask(new Request.TrainModel());
    assertEquals(
        List.of("train", small.workspace()),
        List.of(
            window.pageProperty().get().id(), train(window).workspaceProperty().get().folder()));
    window.ask(new Request.AddModel(Optional.of(small.model(2, SmallWorkspace.CLASSES))));
    workspace(window).addModel().model().submit();

    assertEquals("discs", window.sessionProperty().get().name());
    assertNull(window.untrainedProperty().get());
  }

  @Test
  void aModelThatTurnsUpInAWorkspaceWithoutOneIsShown() {
    SmallWorkspace small = new SmallWorkspace(folder);
    openReal(small);
    ExplorerWindowViewModel window = window();
    window.openWorkspace(small.workspace());
    turnTo(window, TrainScreen.class);

    small.add(1);
    window.ask(new Request.ModelsChanged());

    assertEquals("discs", window.sessionProperty().get().name());
    assertEquals("train", window.pageProperty().get().id());
  }

  @Test
  void aWorkspaceWithoutItsDataSetAsksWhereThatIs() {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    FolderTrees.move(small.images(), folder.resolve("moved"));
    openReal(small);
    ExplorerWindowViewModel window = window();

    window.openWorkspace(small.workspace());
    assertEquals("relocation", window.pageProperty().get().id());
    RelocationViewModel relocation = workspace(window).relocation().model();
    relocation.rootProperty().set(folder.resolve("nowhere").toString());
    String nowhere = relocation.answerProperty().get();
    window.drop().drop(folder.resolve("moved"));
    String there = relocation.answerProperty().get();
    relocation.submit();

    assertEquals(
        List.of(
            "The data set's folder does not exist: "
                + folder.resolve("nowhere")
                + ". Check its name.",
            "All 24 images are there."),
        List.of(nowhere, there));
    assertEquals("discs", window.sessionProperty().get().name());
    assertEquals("explore", window.pageProperty().get().id());
  }

  @Test
  void theViewOfAWorkspaceIsFoundAgain() {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    openReal(small);
    ExplorerWindowViewModel window = window();
    window.openWorkspace(small.workspace());
    PairListViewModel pairs = explore(window).pairs();
    pairs.orderProperty().set(PairOrder.FARTHEST);
    pairs.select(pairs.visible().get(2));
    String chosen = pairs.selectedProperty().get().wrong().path();
    turnTo(window, WorkspaceScreen.class);
    window.leave();

    ExplorerWindowViewModel again = window();
    again.openLast();

    assertEquals(
        List.of(chosen, PairOrder.FARTHEST, "workspace"),
        List.of(
            explore(again).pairs().selectedProperty().get().wrong().path(),
            explore(again).pairs().orderProperty().get(),
            again.pageProperty().get().id()));
  }

  @Test
  void aWorkspaceThatIsGoneGivesWayToTheDemo() throws IOException {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    openReal(small);
    window().openWorkspace(small.workspace());
    FolderTrees.delete(small.workspace());
    opener.answer(context -> session);
    ExplorerWindowViewModel window = window();

    window.openLast();

    assertEquals("demo", opener.asked().get(1));
    assertEquals(
        List.of("The workspace " + small.workspace() + " is gone. This is the demo."),
        window.notices().notices().stream().map(Notice::message).toList());
  }

  @Test
  void aDeletedModelComesBackByTheNotice() {
    SmallWorkspace small = new SmallWorkspace(folder);
    ModelCard first = small.add(1);
    small.add(2);
    openReal(small);
    ExplorerWindowViewModel window = window();
    window.openWorkspace(small.workspace());
    ModelsViewModel models = workspace(window).models();

    models.delete(models.models().get(0));
    int without = models.models().size();
    window.notices().notices().get(0).action().orElseThrow().run().run();

    assertEquals(List.of(1, 2), List.of(without, models.models().size()));
    assertEquals(first.id(), models.models().get(0).card().id());
    assertFalse(models.canDelete(models.models().get(1)));
  }

  @Test
  void damagedModelsAreNamedAndTheOthersListed() {
    SmallWorkspace small = new SmallWorkspace(folder);
    ModelCard first = small.add(1);
    AtomicFiles.writeText(small.workspace().resolve("models/torn/model.json"), "{\"id\": ");
    openReal(small);
    ExplorerWindowViewModel window = window();
    window.openWorkspace(small.workspace());
    ModelsViewModel models = workspace(window).models();

    assertEquals(
        List.of(first.id()), models.models().stream().map(model -> model.card().id()).toList());
    assertTrue(
        models.damagedProperty().get().startsWith("1 model is damaged and left out: torn ("),
        models.damagedProperty().get());

    FolderTrees.delete(small.workspace().resolve("models/torn"));
    window.ask(new Request.ModelsChanged());
    assertEquals("", models.damagedProperty().get());
  }

  @Test
  void theChosenDeviceAppliesAtTheNextStart() {
    EngineViewModel engine = window().engine();

    engine.chooseDevice("cpu");
    engine.chooseKernels(KernelChoice.TORCH);

    assertTrue(engine.changedProperty().get());
    assertEquals("cpu", window().engine().device());
    assertEquals("torch", window().engine().kernels());
    assertFalse(window().engine().changedProperty().get());
  }

  @Test
  void theExaminationIsTheDoctors() {
    EngineViewModel engine = window().engine();

    engine.examine();

    assertEquals("No GPU with a CUDA driver was found.", engine.reportProperty().get().whyNoGpu());
  }

  @Test
  void theSearchFindsTheTourAndBeginsIt() {
    ExplorerWindowViewModel model = window();
    model.search().textProperty().set("tour");
    model.search().goToChosen();
    assertEquals(TourStep.PAIR, model.tour().stepProperty().get());
  }

  @Test
  void theGuideSpeaksOfTheSettingsWhileTheyAreOpen() {
    ExplorerWindowViewModel model = window();
    model.settings().openProperty().set(true);
    assertEquals(Optional.of("settings"), model.guideHeading());
  }
}
