package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
}
