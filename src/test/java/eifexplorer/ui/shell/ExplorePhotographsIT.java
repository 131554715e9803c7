package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.photo.PairZoom;
import eifexplorer.ui.testing.FakeOpener;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a person can do with the two photographs of the Explore screen. */
class ExplorePhotographsIT extends ExploreBench {
  @Test
  void anotherModelIsComparedAndSeenWhileItsKeyIsHeld() {
    ExplorerSession right = SampleSession.withoutPairs();
    ExplorerSession other =
        new ExplorerSession(
            "other",
            Optional.empty(),
            session.dataset(),
            session.bundle(),
            session.loss(),
            "SoftTriple · ResNet-50 · epoch 40",
            right.confusions(),
            session.estimator());
    open(session, SeededServices.comparing(new FakeOpener().answer(context -> other)));
    window.awaitScores();

    window.run(() -> explore().sheets().diff().compareWithBundle(Path.of("other.npz")));
    window.await("the comparison", () -> text("#diff-fixed").startsWith("Fixed "));
    String fixed = text("#diff-fixed");
    window.pictures("explore-two-models");
    window.run(() -> window.<ListView<?>>node("#diff-images").getSelectionModel().select(0));
    window.type(KeyCode.ENTER);
    window.await("the pair", () -> text("#peek-pair").startsWith("this pair "));
    window.robot().press(KeyCode.BACK_SLASH);
    window.await("the other model", () -> window.node("#peek-badge").isVisible());
    window.pictures("explore-other-model");
    window.robot().release(KeyCode.BACK_SLASH);

    window.await("the own model", () -> !window.node("#peek-badge").isVisible());
    assertEquals("Fixed " + session.pairs().size(), fixed);
  }

  @Test
  void thePhotographsChangeSidesLieOverEachOtherAndSayWhyTheModelsLookIsNotKnown() {
    open();
    String left = text(".inspector .h2");

    window.type(KeyCode.X);
    assertNotEquals(left, text(".inspector .h2"));
    window.type(KeyCode.X, KeyCode.V);
    assertEquals(0.5, window.fx(() -> window.<Slider>node("#blend").getValue()));
    window.picture("explore-overlay");
    window.type(KeyCode.ESCAPE, KeyCode.O);
    window.await("the reason", () -> explore().inspector().look().failureProperty().get() != null);
    assertTrue(window.fx(() -> window.node("#look-row").isVisible()));
    window.picture("explore-look-not-known");
    ContextMenu menu = menuOn(window.node(".photo"));
    window.type(KeyCode.ESCAPE);
    window.await("the menu is closed", () -> !menu.isShowing());
    assertTrue(window.fx(() -> window.node("#look-row").isVisible()));
    window.type(KeyCode.ESCAPE);
    assertFalse(window.fx(() -> window.node("#look-row").isVisible()));
  }

  @Test
  void aPinnedPhotographsNeighboursAreWalked() {
    open();
    String distance = text("#pair-distance");

    window.type(KeyCode.P, KeyCode.DOWN, KeyCode.DOWN);
    window.await("a neighbour", () -> explore().inspector().walk().walkedProperty().get() != null);

    assertEquals(3, window.fx(() -> explore().inspector().walk().walkedProperty().get().rank()));
    assertNotEquals(distance, text("#pair-distance"));
    assertEquals("Pair 1", text("#pair-position"));
    window.await(
        "its scores",
        () ->
            explore().influence().explainedProperty().get().pair()
                == explore().inspector().shownProperty().get());
    window.pictures("explore-neighbours");
    window.type(KeyCode.ESCAPE);
    assertEquals(distance, text("#pair-distance"));
  }

  @Test
  void typicalImagesOpenAtTheExpenseOfThePhotographs() {
    open();
    focusStrip();
    double before = window.fx(() -> window.node("#harmful-strip").localToScene(0, 0).getY());

    window.type(KeyCode.E);
    window.await("images", () -> explore().inspector().exemplars().shownProperty().get() != null);

    assertEquals(
        before, window.fx(() -> window.node("#harmful-strip").localToScene(0, 0).getY()), 0.5);
    window.pictures("explore-exemplars");
  }

  @Test
  void thePairIsMarkedAsReviewedFromTheList() {
    open();

    window.type(KeyCode.SPACE);
    window.await("the mark", () -> explore().inspector().reviewedProperty().get());
    window.picture("explore-reviewed");

    window.type(KeyCode.SPACE);
    assertFalse(window.fx(() -> explore().inspector().reviewedProperty().get()));

    // What was clicked does not take the key for itself, and a filter that was typed in before does
    // not get it.
    window.type(KeyCode.SLASH);
    window.robot().clickOn("#next-pair");
    window.type(KeyCode.SPACE);
    window.await("the mark", () -> explore().inspector().reviewedProperty().get());
    assertEquals(1, window.fx(() -> explore().pairs().positionProperty().get()));
  }

  @Test
  void shiftMovesOnePhotographAlone() {
    open();

    window.robot().press(KeyCode.SHIFT);
    window.await("alone", () -> explore().inspector().zoom().aloneProperty().get());
    assertEquals("each alone", text("#zoom-mode"));
    window.robot().release(KeyCode.SHIFT);
    window.await("together", () -> !explore().inspector().zoom().aloneProperty().get());

    assertEquals("linked", text("#zoom-mode"));
    Labeled mode = window.node("#zoom-mode");
    assertEquals(Feather.LINK_2, window.fx(() -> ((FontIcon) mode.getGraphic()).getIconCode()));
  }

  private void pinch(double factor, boolean shift) {
    Node photo = window.robot().lookup(".photo").nth(0).query();
    window.run(
        () ->
            Event.fireEvent(
                photo,
                new ZoomEvent(
                    ZoomEvent.ZOOM,
                    120,
                    120,
                    0,
                    0,
                    shift,
                    false,
                    false,
                    false,
                    true,
                    false,
                    factor,
                    factor,
                    null)));
  }

  private double factor(boolean left) {
    PairZoom zoom = explore().inspector().zoom();
    return window.fx(() -> (left ? zoom.left() : zoom.right()).stateProperty().get().factor());
  }

  @Test
  void theLinkIsClickedOpenAndOneZoomsAlone() {
    open();

    window.robot().clickOn("#zoom-mode");
    pinch(2, false);

    assertEquals("each alone", text("#zoom-mode"));
    assertEquals(List.of(2.0, 1.0), List.of(factor(true), factor(false)));
  }

  @Test
  void aPinchEnlargesBothAndWithShiftOne() {
    open();

    pinch(2, false);
    pinch(1.5, true);

    assertEquals(List.of(3.0, 2.0), List.of(factor(true), factor(false)));
    window.await("per cent of pixels", () -> text("#zoom").matches("\\d+ % \\| \\d+ %"));
    assertEquals("linked, apart", text("#zoom-mode"));
    window.picture("explore-zoomed-apart");
  }
}
