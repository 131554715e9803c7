package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.inspector.PhotographCommand;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.InfluenceScope;
import eifexplorer.ui.testing.ModelCards;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededInsights;
import eifexplorer.ui.testing.SeededServices;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person can do in the middle and to the right of the Explore screen, but for its photographs. */
class ExploreActionsIT extends ExploreBench {
  private InfluenceItem chosen() {
    return window.fx(() -> explore().sample().itemProperty().get());
  }

  @Test
  void scopeAndFlagAndSelectionOutliveTheWindow() {
    Workspace workspace =
        Workspace.create(
            folder.resolve("workspace"), "aviary", DatasetReference.clean("demo", "x", "", ""));
    ExplorerSession kept = SampleSession.in(workspace, images);
    open(kept, SeededServices.standard());

    window.type(KeyCode.RIGHT, KeyCode.RIGHT);
    window.awaitScores();
    window.type(KeyCode.G, KeyCode.G);
    window.awaitScores();
    focusStrip();
    window.type(KeyCode.RIGHT, KeyCode.F);
    window.await("the mark", () -> explore().sample().flaggedProperty().get());
    window.pictures("explore-group-flagged");
    Map<String, String> state = window.fx(() -> explore().state());
    InfluenceItem flagged = chosen();
    window.close();

    open(SampleSession.in(workspace, images), SeededServices.standard());
    window.run(() -> explore().restore(state));
    window.awaitScores();

    assertEquals(
        List.of("Pair 3", InfluenceScope.GROUP, flagged.trainIndex(), true),
        List.of(
            text("#pair-position"),
            window.fx(() -> explore().influence().scopeProperty().get()),
            chosen().trainIndex(),
            window.fx(() -> explore().sample().flaggedProperty().get())));
    assertEquals(state, window.fx(() -> explore().state()));
  }

  @Test
  void allTrainingImagesOfAKindAreWalkedInASheet() {
    open();
    window.robot().clickOn("#all-helpful");
    window.await("the sheet", () -> explore().strips().sheetProperty().get() != null);

    window.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.F);

    assertEquals("helpful 9", chosen().rankText().substring(0, 9));
    window.await(
        "labels in the sheet",
        () -> !explore().strips().labels().of(chosen().trainIndex()).isEmpty());
    window.pictures("explore-all-tiles");
    window.type(KeyCode.END);
    assertEquals(chosen().of(), chosen().rank());
    window.type(KeyCode.ESCAPE);
    assertEquals(null, window.fx(() -> explore().strips().sheetProperty().get()));
  }

  @Test
  void parametersAreChangedInTheirForm() {
    open();
    focusStrip();
    window.type(KeyCode.T);
    window.run(() -> window.<TextField>node("#parameter-steps").setText("0"));
    window.robot().clickOn("#apply-parameters");
    window.await(
        "a problem", () -> !explore().strips().estimators().problemProperty().get().isEmpty());
    window.pictures("explore-parameters");

    window.run(() -> window.<TextField>node("#parameter-steps").setText("5"));
    window.robot().clickOn("#apply-parameters");
    window.await(
        "other scores",
        () ->
            explore().strips().estimators().appliedProperty().get().options().containsKey("steps"));
    window.awaitScores();

    assertEquals("EIF · steps 5", text("#estimator"));
    assertTrue(window.robot().lookup("#parameters").tryQuery().isEmpty());
  }

  @Test
  void theProvenanceIsShownInFull() {
    open();

    window.robot().clickOn("#provenance-chip");

    assertTrue(window.robot().lookup("#provenance").tryQuery().isPresent());
    window.pictures("explore-provenance");
    window.type(KeyCode.ESCAPE);
    assertTrue(window.robot().lookup("#provenance").tryQuery().isEmpty());
  }

  @Test
  void whatIsNotKnownOfImagesIsSaidInItsPlace() {
    open(session, SeededServices.with(of -> new SeededInsights(of, true), of -> Optional.empty()));
    window.await("failure", () -> explore().sample().failureProperty().get() != null);
    window.await("no labels", () -> explore().strips().labels().failureProperty().get() != null);

    assertEquals(
        Set.of(true, false),
        Set.of(
            window.robot().lookup("Try again").tryQuery().isPresent(),
            window.fx(() -> explore().influence().shownProperty().get() == null)));
    window.pictures("explore-no-insights");
  }

  @Test
  void scoresOfAModelThatIsNoLongerCurrentAreStaleAndAButtonOpensTheOther() {
    Workspace workspace =
        Workspace.create(
            folder.resolve("workspace"), "aviary", DatasetReference.clean("demo", "x", "", ""));
    ExplorerSession opened = SampleSession.in(workspace, images);
    open(
        opened,
        SeededServices.with(
            SeededInsights::new,
            of ->
                Optional.of(
                    ModelCards.card("other", "ProxyNCA++ · mobilenet_v2 · epoch 20", "train"))));

    window.run(() -> explore().stale().check());
    window.await("stale", () -> !explore().stale().textProperty().get().isEmpty());

    window.pictures("explore-stale");
    window.robot().clickOn("#recompute");
    window.await(
        "the workspace again",
        () -> window.opener().asked().contains("workspace " + workspace.folder() + " other"));
  }

  @Test
  void theDrawerShowsTheChosenTrainingImage() {
    open();
    window.resize(1100, 700);
    focusStrip();

    window.type(KeyCode.RIGHT, KeyCode.ENTER);
    window.await("insights", () -> explore().sample().insightsProperty().get() != null);

    Node panel = window.robot().lookup(".sample-panel").query();
    assertTrue(panel.isVisible());
    window.picture("explore-drawer-insights");
    window.type(KeyCode.ESCAPE);
    assertFalse(panel.isVisible());

    theWheelScrollsTheStripAndAMenuOnATileDoesWhatThePanelDoes();
  }

  private static ScrollEvent wheel(double by) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        0,
        0,
        0,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        by,
        0,
        by,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private void theWheelScrollsTheStripAndAMenuOnATileDoesWhatThePanelDoes() {
    Node strip = window.node("#harmful-strip");
    window.run(() -> Event.fireEvent(strip, wheel(-80)));
    window.await(
        "weaker ones",
        () -> explore().strip(InfluenceKind.HARMFUL).rangeTextProperty().get().startsWith("3–"));

    ContextMenu menu = menuOn(strip);
    assertEquals("Flag", menu.getItems().get(0).getText());
    window.run(menu.getItems().get(0)::fire);
    window.run(menu::hide);
    window.await("the flag", () -> explore().sample().flaggedProperty().get());
    window.type(KeyCode.D);
    window.await("the mark", () -> explore().sample().excludedProperty().get());
    window.picture("explore-tile-marks");
  }

  @Test
  void aSheetThatOpensForTheFirstTimeHasTheKeyboard() {
    open();
    window.robot().clickOn("#pairs");
    Set<KeyCode> sheets = EnumSet.of(KeyCode.W, KeyCode.C, KeyCode.H);
    for (KeyCode key : sheets) {
      window.type(key);
      Node owner = window.fx(() -> window.node("#pairs").getScene().getFocusOwner());
      assertNotEquals("pairs", owner.getId(), key::toString);
      assertTrue(inSheet(owner), key + ": " + owner);
      window.type(KeyCode.ESCAPE);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"W", "C", "H", "A"})
  void arrowsWalkThePairsAfterASheetWasClosed(KeyCode key) {
    open();
    window.type(key, KeyCode.ESCAPE, KeyCode.RIGHT);
    // A sheet that is there already takes another way.
    window.type(key, KeyCode.ESCAPE, KeyCode.RIGHT);

    assertEquals("Pair 3", text("#pair-position"));
  }

  private static boolean inSheet(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("tile-sheet")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aLongNameLeavesTheOtherChipsAndTheKeysTheirs() {
    open();
    double device = window.fx(() -> window.<Labeled>node("#device-menu").getWidth());
    window.run(
        () -> {
          window.<Labeled>node("#model-menu").setText("what if: ".repeat(30));
          window.<Labeled>node(".status-title").setText("What if: ".repeat(60));
          Parent root = window.node("#model-menu").getScene().getRoot();
          root.applyCss();
          root.layout();
          assertEquals(device, window.<Labeled>node("#device-menu").getWidth());
          Region keys = window.node("#key-hints");
          assertEquals(keys.prefWidth(-1), keys.getWidth(), 1);
        });
  }

  @Test
  void everyControlInSightHasAName() {
    open();
    window.await("insights", () -> explore().sample().insightsProperty().get() != null);

    List<String> nameless =
        window.fx(
            () ->
                window
                    .robot()
                    .lookup(n -> n instanceof Labeled && n.isFocusTraversable() && n.isVisible())
                    .queryAll()
                    .stream()
                    .filter(n -> n.getAccessibleText() == null)
                    .filter(n -> ((Labeled) n).getText().isBlank())
                    .map(Node::toString)
                    .toList());

    assertEquals(List.of(), nameless);
    assertEquals(7, window.fx(() -> explore().strip(InfluenceKind.HARMFUL).page().size()));
  }

  @Test
  void capsOnButtonsFollowTheKeysAsTheyAreChanged() {
    open(session, SeededServices.standard());

    window.run(() -> window.model().keys().change(PhotographCommand.PIN));
    window.run(() -> window.model().keys().press("J"));

    List<String> caps =
        window.fx(
            () ->
                window.robot().lookup(".command-caps .key-cap").queryAll().stream()
                    .map(cap -> ((Labeled) cap).getText())
                    .toList());
    // The other photograph's pin keeps its P with Shift.
    assertEquals(1, caps.stream().filter("P"::equals).count(), caps.toString());
    assertTrue(caps.contains("J") && caps.contains("Z"), caps.toString());
  }
}
