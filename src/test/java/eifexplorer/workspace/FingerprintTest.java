package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void equalInputsGiveEqualFingerprints() {
    assertEquals(
        Fingerprint.builder().add("loss", "x").add("w", new float[] {1, 2}).build(),
        Fingerprint.builder().add("loss", "x").add("w", new float[] {1, 2}).build());
  }

  @Test
  void oneBitOfAWeightChangesIt() {
    assertNotEquals(
        Fingerprint.builder().add("w", new float[] {1, 2}).build(),
        Fingerprint.builder().add("w", new float[] {1, Math.nextUp(2f)}).build());
  }

  @Test
  void namesAndValuesDoNotRunTogether() {
    assertNotEquals(
        Fingerprint.builder().add("ab", "c").build(), Fingerprint.builder().add("a", "bc").build());
  }

  /** Files are named by it: it must not change, however many numbers are turned into bytes at once. */
  @Test
  void numbersGoInByTheirBitsInLittleEndianOrder() throws Exception {
    float[] values = new float[40_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * 0.1f - 7;
    }
    values[3] = Float.intBitsToFloat(0x7fc00123);
    ByteBuffer bytes =
        ByteBuffer.allocate(5 + 4 * values.length)
            .putInt(1)
            .put((byte) 'w')
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putInt(Float.floatToRawIntBits(value));
    }
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());

    assertEquals(
        HexFormat.of().formatHex(digest, 0, 8),
        Fingerprint.builder().add("w", values).build().digits());
  }
}
