package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;

class RgbImageTest {
  @Test
  void copiesWhatItIsGiven() {
    byte[] bytes = {1, 2, 3, 4, 5, 6};
    RgbImage image = RgbImage.of(2, 1, bytes);
    bytes[0] = 99;
    assertEquals(TestImages.of(2, 0x010203, 0x040506), image);
  }

  @Test
  void copiesWhatItHandsOut() {
    RgbImage image = TestImages.of(1, 0x010203);
    image.toBytes()[0] = 99;
    assertEquals(0x010203, image.pixel(0, 0));
  }

  @Test
  void copiesRows() {
    byte[] target = new byte[8];
    TestImages.of(2, 1, 2, 3, 0xFF0004).copyRow(1, target, 2);
    assertArrayEquals(new byte[] {0, 0, 0, 0, 3, -1, 0, 4}, target);
  }

  @Test
  void refusesBytesThatDoNotFit() {
    assertThrows(ProblemException.class, () -> RgbImage.of(2, 2, new byte[11]));
  }

  @Test
  void refusesNoPixels() {
    assertThrows(ProblemException.class, () -> RgbImage.of(0, 2, new byte[0]));
  }
}
