package eifexplorer.dataset.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class DemoImagesTest {
  private final List<DemoEntry> some =
      DemoImages.entries(0).stream().filter(e -> e.index() == 0).toList();
  private final DemoImages set = new DemoImages(0, Difficulty.STAGE, some);

  @Test
  void paintsTheSamePixelsAgain() {
    assertEquals(checksum(set.paint(some.get(3))), checksum(new DemoImages(0).paint(some.get(3))));
  }

  @Test
  void paintsOtherPixelsForAnotherSeed() {
    assertNotEquals(
        checksum(set.paint(some.get(3))), checksum(new DemoImages(1).paint(some.get(3))));
  }

  static long checksum(BufferedImage picture) {
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    ByteBuffer bytes = ByteBuffer.allocate(4 * pixels.length);
    bytes.asIntBuffer().put(pixels);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
