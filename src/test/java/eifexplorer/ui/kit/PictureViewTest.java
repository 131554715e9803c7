package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PictureViewTest {
  @Test
  void aWidePictureLosesItsSides() {
    assertEquals(new Rectangle2D(100, 0, 200, 100), PictureView.cover(400, 100, 2));
  }

  @Test
  void aTallPictureLosesTopAndBottom() {
    assertEquals(new Rectangle2D(0, 175, 100, 50), PictureView.cover(100, 400, 2));
  }
}
