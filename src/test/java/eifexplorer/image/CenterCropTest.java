package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CenterCropTest {
  @ParameterizedTest
  @CsvSource({"5,1,2", "4,1,2", "6,1,2", "8,1,4", "7,2,2", "9,2,4"})
  void roundsHalvesToTheEvenOffset(int width, int side, int expected) {
    assertEquals(expected, CenterCrop.window(new ImageSize(width, 9), side).x());
  }

  @Test
  void cutsTheMiddle() {
    RgbImage image = TestImages.of(4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    assertEquals(TestImages.of(2, 6, 7, 10, 11), CenterCrop.crop(image, 2));
  }

  @Test
  void putsBlackAroundSmallPictures() {
    RgbImage image = TestImages.of(1, 7, 8);
    assertEquals(
        TestImages.of(4, 0, 0, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0),
        CenterCrop.crop(image, 4));
  }

  @Test
  void cutsOneWayAndFillsTheOther() {
    RgbImage image = TestImages.of(5, 1, 2, 3, 4, 5);
    assertEquals(TestImages.of(3, 0, 0, 0, 2, 3, 4, 0, 0, 0), CenterCrop.crop(image, 3));
  }
}
