package eifexplorer.ui.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    assertEquals(
        List.of("2.0×", "zoom together"),
        List.of(both.textProperty().get(), both.modeProperty().get()));
  }

  @Test
  void oneIsMovedAloneAndBothGoOnFromThere() {
    both.zoomBy(2);
    both.moveBy(both.right(), true, 0.25, 0);
    both.moveBy(both.left(), false, 0, 0.25);

    assertEquals(
        List.of(new Zoom.State(false, 2, 0.5, 0.75), new Zoom.State(false, 2, 0.75, 0.75)),
        states());
    assertEquals("together, from where they are", both.modeProperty().get());
  }

  @Test
  void theToggleLeadsBackFromAnythingElse() {
    both.zoomBy(both.left(), true, 3, 0.5, 0.5);
    String before = both.textProperty().get();

    both.toggleActual();
    String whole = both.textProperty().get();
    both.toggleActual();

    assertEquals(
        List.of("3.0× | fit", "fit", "100 %"), List.of(before, whole, both.textProperty().get()));
  }

  @Test
  void theHeadSaysThatOneIsAlone() {
    both.aloneProperty().set(true);

    assertEquals("one photograph alone", both.modeProperty().get());
  }
}
