package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PillowResizeTest {
  @Test
  void halvesByTheTriangleFilter() {
    // Weights of the four pixels around each centre: 1, 3, 3, 1 of 8; at the border 3, 3, 1 of 7.
    RgbImage image = TestImages.of(4, 0x000000, 0x000000, 0xFFFFFF, 0xFFFFFF);
    assertEquals(TestImages.of(2, 0x242424, 0xDBDBDB), PillowResize.bilinear(image, 2, 1));
  }

  @Test
  void doublesByMixingNeighbours() {
    RgbImage image = TestImages.of(2, 0x000000, 0x646464);
    assertEquals(
        TestImages.of(4, 0x000000, 0x191919, 0x4B4B4B, 0x646464),
        PillowResize.bilinear(image, 4, 1));
  }

  @Test
  void leavesThePictureAsItIsAtItsOwnSize() {
    RgbImage image = TestImages.photo(19, 11, 2);
    assertEquals(image, PillowResize.bilinear(image, 19, 11));
  }

  @ParameterizedTest
  @CsvSource({"20,90", "90,20", "20,20", "90,70", "1,1", "50,40"})
  void computesOnlyWhatIsWanted(int width, int height) {
    RgbImage image = TestImages.photo(50, 40, 2);
    PixelRectangle from = new PixelRectangle(5, 7, 31, 29);
    ImageSize size = new ImageSize(width, height);
    PixelRectangle wanted =
        new PixelRectangle(width / 3, height / 4, width / 2 + 1, height / 2 + 1);
    RgbImage cut = PillowResize.part(image, from, new ImageSize(31, 29), all(31, 29));
    RgbImage whole = PillowResize.bilinear(cut, width, height);
    assertEquals(
        PillowResize.part(whole, all(width, height), size, wanted),
        PillowResize.part(image, from, size, wanted));
  }

  private static PixelRectangle all(int width, int height) {
    return PixelRectangle.all(new ImageSize(width, height));
  }

  @Test
  void refusesToMakeNothing() {
    RgbImage image = TestImages.photo(5, 4, 2);
    assertThrows(ProblemException.class, () -> PillowResize.bilinear(image, 0, 3));
  }
}
