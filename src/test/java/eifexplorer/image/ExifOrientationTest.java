package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifOrientationTest {
  @ParameterizedTest
  @CsvSource({
    "1,abc/def",
    "2,cba/fed",
    "3,fed/cba",
    "4,def/abc",
    "5,ad/be/cf",
    "6,da/eb/fc",
    "7,fc/eb/da",
    "8,cf/be/ad"
  })
  void turnsThePictureUpright(int orientation, String expected) {
    RgbImage stored = TestImages.of(3, 'a', 'b', 'c', 'd', 'e', 'f');
    assertEquals(expected, letters(ExifOrientation.upright(stored, orientation)));
  }

  private static String letters(RgbImage image) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < image.height(); y++) {
      text.append(y == 0 ? "" : "/");
      for (int x = 0; x < image.width(); x++) {
        text.append((char) image.pixel(x, y));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsTheTagInBothByteOrders(boolean littleEndian) throws IOException {
    int[] found = new int[8];
    for (int i = 0; i < 8; i++) {
      found[i] = ExifOrientation.parse(TestImages.exif(i + 1, littleEndian), 6);
    }
    assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6, 7, 8}, found);
  }

  @Test
  void takesAnImpossibleValueForUpright() throws IOException {
    assertEquals(1, ExifOrientation.parse(TestImages.exif(9, true), 6));
  }

  @Test
  void takesDamagedDataForUpright() throws IOException {
    byte[] whole = TestImages.exif(6, true);
    for (int length = 0; length < 24; length++) {
      assertEquals(1, ExifOrientation.parse(Arrays.copyOf(whole, length), 6), length + " bytes");
    }
  }
}
