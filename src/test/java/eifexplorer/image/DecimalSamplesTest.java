package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TIFF files with decimals, against what Pillow 12.3 makes of the grey ones. */
class DecimalSamplesTest {
  private static final int SHORT = 3;
  private static final int LONG = 4;

  @TempDir Path folder;

  @Test
  void decimalsTo255AreTheGreysTheySay() throws IOException {
    assertArrayEquals(
        new byte[] {0, 0, 0, 4, 4, 4, (byte) 159, (byte) 159, (byte) 159, -1, -1, -1},
        decode(1, 1, 0, 4.5f, 159.7f, 255));
  }

  @Test
  void decimalsTo1AreSharesOfFullLight() throws IOException {
    assertArrayEquals(new byte[] {0, 0, 0, 127, 127, 127, -1, -1, -1}, decode(1, 1, 0, 0.5f, 1));
  }

  @Test
  void whatIsOutsideOrNoNumberIsLimited() throws IOException {
    assertArrayEquals(
        new byte[] {0, 0, 0, 0, 0, 0, -1, -1, -1, 9, 9, 9}, decode(1, 1, -5, Float.NaN, 1e9f, 9));
  }

  @Test
  void whetherZeroIsWhiteIsNotAsked() throws IOException {
    assertArrayEquals(new byte[] {9, 9, 9, 70, 70, 70}, decode(1, 0, 9, 70));
  }

  @Test
  void threeColoursAreReadToo() throws IOException {
    assertArrayEquals(new byte[] {100, 50, 3, 0, -1, 1}, decode(3, 2, 100, 50, 3, 0, 255, 1));
  }

  @Test
  void decimalsOf64BitsAreRefusedWithAReason() throws IOException {
    Path file = Files.write(folder.resolve("x.tif"), tiff(1, 1, Double.SIZE, new float[] {1, 2}));
    ProblemException problem =
        assertThrows(ProblemException.class, () -> ImageDecoder.decode(file));
    assertEquals(
        "The picture can't be decoded (its decimals have 64 bits; save it with 32 or 8 bits)",
        problem.what());
  }

  private byte[] decode(int bands, int photometric, float... samples) throws IOException {
    Path file = Files.write(folder.resolve("x.tif"), tiff(bands, photometric, Float.SIZE, samples));
    return ImageDecoder.decode(file).toBytes();
  }

  /** A picture of one row. */
  private static byte[] tiff(int bands, int photometric, int bits, float[] samples) {
    int data = samples.length * bits / 8;
    int width = samples.length / bands;
    int lists = 8 + 2 + 11 * 12 + 4;
    int strip = lists + 4 * bands;
    ByteBuffer out = ByteBuffer.allocate(strip + data).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) 11);
    List<int[]> tags =
        List.of(
            new int[] {256, LONG, 1, width},
            new int[] {257, LONG, 1, 1},
            new int[] {258, SHORT, bands, bands == 1 ? bits : lists},
            new int[] {259, SHORT, 1, 1},
            new int[] {262, SHORT, 1, photometric},
            new int[] {273, LONG, 1, strip},
            new int[] {277, SHORT, 1, bands},
            new int[] {278, LONG, 1, 1},
            new int[] {279, LONG, 1, data},
            new int[] {284, SHORT, 1, 1},
            new int[] {339, SHORT, bands, bands == 1 ? 3 : lists + 2 * bands});
    tags.forEach(t -> out.putShort((short) t[0]).putShort((short) t[1]).putInt(t[2]).putInt(t[3]));
    out.putInt(0);
    for (int b = 0; b < 2 * bands; b++) {
      out.putShort((short) (b < bands ? bits : 3));
    }
    for (float sample : samples) {
      if (bits == Double.SIZE) {
        out.putDouble(sample);
      } else {
        out.putFloat(sample);
      }
    }
    return out.array();
  }
}
