package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;

class SubjectPictureTest {
  private final Image image = new WritableImage(200, 100);

  private Rectangle2D seen(Rectangle2D subject, double ratio) {
    return new SubjectPicture(image, subject).seenAt(ratio);
  }

  @Test
  void withoutASubjectTheWholePictureIsSeenInAnyPlace() {
    Rectangle2D whole = new Rectangle2D(0, 0, 200, 100);

    assertEquals(whole, SubjectPicture.whole(image).seenAt(1));
    assertEquals(whole, SubjectPicture.whole(image).seenAt(0.5));
    assertEquals(whole, SubjectPicture.whole(image).seenAt(3));
  }

  @Test
  void aSubjectIsSeenWithAsMuchAroundItAsFillsThePlace() {
    assertEquals(new Rectangle2D(60, 20, 40, 40), seen(new Rectangle2D(70, 20, 20, 40), 1));
    assertEquals(new Rectangle2D(40, 20, 80, 40), seen(new Rectangle2D(70, 20, 20, 40), 2));
  }

  @Test
  void aSubjectAtTheEdgeIsSeenWhole() {
    assertEquals(new Rectangle2D(0, 20, 40, 40), seen(new Rectangle2D(0, 20, 20, 40), 1));
  }

  @Test
  void aSubjectTooWideForThePlaceIsSeenWholeWithBars() {
    assertEquals(new Rectangle2D(10, 0, 180, 100), seen(new Rectangle2D(10, 40, 180, 30), 1));
  }
}
