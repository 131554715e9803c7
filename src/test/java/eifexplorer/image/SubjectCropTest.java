package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.SubjectBox;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubjectCropTest {
  @Test
  void aBoxIsShownWithAThirdMoreAroundIt() {
    SubjectCrop crop =
        SubjectCrop.around(new ImageSize(500, 400), new SubjectBox(200, 100, 60, 100));

    assertEquals(new PixelRectangle(115, 83, 230, 135), crop.region());
    assertEquals(new PixelRectangle(74, 0, 82, 135), crop.subject());
  }

  @Test
  void atTheEdgeTheRegionIsMovedRatherThanCut() {
    SubjectCrop crop = SubjectCrop.around(new ImageSize(500, 400), new SubjectBox(0, 0, 100, 100));

    assertEquals(new PixelRectangle(0, 0, 230, 135), crop.region());
    assertEquals(499, crop.longSide(256));
    assertEquals(new PixelRectangle(0, 0, 118, 118), crop.subject());
  }

  @Test
  void anyBoxGivesPartsThatLieWithin() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      ImageSize size = new ImageSize(1 + random.nextInt(60), 1 + random.nextInt(60));
      SubjectBox box =
          new SubjectBox(
              random.nextInt(200) - 100,
              random.nextInt(200) - 100,
              random.nextDouble() * 150 + 0.01,
              random.nextDouble() * 150 + 0.01);

      SubjectCrop crop = SubjectCrop.around(size, box);

      assertWithin(crop.region(), size.width(), size.height());
      assertWithin(crop.subject(), crop.region().width(), crop.region().height());
    }
  }

  private static void assertWithin(PixelRectangle part, int width, int height) {
    assertTrue(
        part.x() >= 0
            && part.y() >= 0
            && part.width() >= 1
            && part.height() >= 1
            && part.x() + part.width() <= width
            && part.y() + part.height() <= height,
        () -> part + " in " + width + " x " + height);
  }
}
