package eifexplorer.ui.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ZoomTest {
  private final Zoom zoom = new Zoom();

  private Zoom.State state() {
    return zoom.stateProperty().get();
  }

  @Test
  void togglesBetweenWholeAndActual() {
    zoom.toggleActual();
    Zoom.State actual = state();
    zoom.toggleActual();

    assertEquals(new Zoom.State(true, 1, 0.5, 0.5), actual);
    assertEquals(Zoom.State.FIT, state());
  }

  @Test
  void theToggleLeadsBackFromAnyEnlargement() {
    zoom.zoomBy(2, 0.2, 0.2);

    zoom.toggleActual();

    assertEquals(Zoom.State.FIT, state());
  }

  @Test
  void thePointUnderThePointerStays() {
    zoom.zoomBy(2, 0.75, 0.25);

    assertEquals(new Zoom.State(false, 2, 0.625, 0.375), state());
  }

  @Test
  void nothingIsSmallerThanWhole() {
    zoom.zoomBy(2, 0.9, 0.9);
    zoom.zoomBy(0.25, 0.1, 0.1);

    assertEquals(Zoom.State.FIT, state());
  }

  @Test
  void enlargementHasAnEnd() {
    zoom.zoomBy(1000);

    assertEquals(16, state().factor());
  }

  @Test
  void theCentreStaysInThePicture() {
    zoom.zoomBy(4);

    zoom.centre(1.7, -3);

    assertEquals(new Zoom.State(false, 4, 1, 0), state());
  }
}
