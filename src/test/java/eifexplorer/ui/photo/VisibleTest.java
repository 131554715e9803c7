package eifexplorer.ui.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTest {
  private static final Zoom.State ACTUAL = new Zoom.State(true, 1, 0.5, 0.5);

  @Test
  void fitShowsTheWholePicture() {
    assertEquals(
        new Visible(0, 0, 1000, 500, 0.4), Visible.of(400, 300, 1000, 500, Zoom.State.FIT));
  }

  @Test
  void aSmallPictureIsAtMostDoubled() {
    assertEquals(new Visible(0, 0, 100, 50, 2), Visible.of(400, 300, 100, 50, Zoom.State.FIT));
  }

  @Test
  void actualSizeShowsTheMiddle() {
    assertEquals(new Visible(300, 100, 400, 300, 1), Visible.of(400, 300, 1000, 500, ACTUAL));
  }

  @Test
  void whatIsSeenStaysInsideThePicture() {
    Zoom.State corner = new Zoom.State(true, 1, 1, 0);

    assertEquals(new Visible(600, 0, 400, 300, 1), Visible.of(400, 300, 1000, 500, corner));
  }

  @Test
  void anEnlargedPictureIsNeverSmallerThanWhole() {
    Zoom.State tiny = new Zoom.State(true, 0.1, 0.5, 0.5);

    assertEquals(new Visible(0, 0, 1000, 500, 0.4), Visible.of(400, 300, 1000, 500, tiny));
  }
}
