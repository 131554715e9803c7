package eifexplorer.ui.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairZoomTest {
  private final PairZoom both = new PairZoom();

  private List<Zoom.State> states() {
    return List.of(both.left().stateProperty().get(), both.right().stateProperty().get());
  }

  @Test
  void bothAreEnlargedAndMovedTogether() {
    both.zoomBy(both.left(), false, 2, 0.5, 0.5);
    both.moveBy(both.right(), false, 0.1, -0.1);

    Zoom.State state = new Zoom.State(false, 2, 0.6, 0.4);
    assertEquals(List.of(state, state), states());
    assertEquals("linked", both.modeProperty().get());
  }

  @Test
  void oneIsMovedAloneAndBothGoOnFromThere() {
    both.zoomBy(2);
    both.moveBy(both.right(), true, 0.25, 0);
    both.moveBy(both.left(), false, 0, 0.25);

    assertEquals(
        List.of(new Zoom.State(false, 2, 0.5, 0.75), new Zoom.State(false, 2, 0.75, 0.75)),
        states());
    assertEquals("linked, apart", both.modeProperty().get());
  }

  @Test
  void theToggleLeadsBackFromAnythingElse() {
    both.zoomBy(both.left(), true, 3, 0.5, 0.5);
    Zoom.State actual = new Zoom.State(true, 1, 0.5, 0.5);

    both.toggleActual();
    List<Zoom.State> whole = states();
    both.toggleActual();

    assertEquals(List.of(Zoom.State.FIT, Zoom.State.FIT), whole);
    assertEquals(List.of(actual, actual), states());
  }

  @Test
  void whateverTheZoomTheReadoutIsInPerCentOfPixels() {
    assertEquals("", both.textProperty().get());
    both.left().drawnAt(0.432);
    assertEquals("43 %", both.textProperty().get());
    both.right().drawnAt(0.5172);
    assertEquals("43 % | 52 %", both.textProperty().get());
    both.left().drawnAt(1);
    both.right().drawnAt(1);
    assertEquals("100 %", both.textProperty().get());
    assertTrue(both.isActual());
    both.right().drawnAt(16);
    assertEquals("100 % | 1600 %", both.textProperty().get());
    assertFalse(both.isActual());
  }

  @Test
  void theLinkIsTurnedOffByItselfAndByShiftAndBothTogetherLinkAgain() {
    assertFalse(both.movesAlone(false));
    both.shiftProperty().set(true);
    assertEquals("each alone", both.modeProperty().get());
    assertTrue(both.movesAlone(true));

    both.linkedProperty().set(false);
    assertEquals("linked", both.modeProperty().get());
    assertFalse(both.movesAlone(true));
    both.shiftProperty().set(false);
    assertEquals("each alone", both.modeProperty().get());
    assertTrue(both.movesAlone(false));
  }
}
