package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffTagsTest {
  private static final short SHORT = 3;
  private static final short LONG = 4;

  /** One entry of three values that are kept elsewhere. */
  private static byte[] tiff(short type, int place) {
    ByteBuffer out = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) 1);
    out.putShort((short) TiffTags.BITS).putShort(type).putInt(3).putInt(place);
    return out.array();
  }

  @Test
  void valuesKeptElsewhereAreReadAndWritten() {
    byte[] data = tiff(LONG, 28);
    TiffTags tags = TiffTags.in(data, 0).orElseThrow();

    tags.overwriteAll(TiffTags.BITS, 7);

    assertEquals(OptionalInt.of(7), tags.first(TiffTags.BITS));
    assertEquals(7, data[28] & data[32] & data[36]);
  }

  @ParameterizedTest
  @ValueSource(ints = {39, 40, Integer.MAX_VALUE - 1, Integer.MAX_VALUE, -1})
  void valuesOutsideTheFileAreNone(int place) {
    for (short type : new short[] {SHORT, LONG}) {
      byte[] data = tiff(type, place);
      TiffTags tags = TiffTags.in(data, 0).orElseThrow();

      tags.overwriteAll(TiffTags.BITS, 7);

      assertEquals(OptionalInt.empty(), tags.first(TiffTags.BITS));
      assertArrayEquals(tiff(type, place), data);
    }
  }
}
