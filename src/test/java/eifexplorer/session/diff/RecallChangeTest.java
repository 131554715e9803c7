package eifexplorer.session.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RecallChangeTest {
  @Test
  void theIntervalIsThatOfMatchedProportions() {
    MetricChange change = new RecallChange(100, 40, 9, 1).metric();

    assertEquals(0.60, change.before(), 1e-12);
    assertEquals(0.68, change.after(), 1e-12);
    // (9 - 1) / 102 ± 1.96 √(11 - 8²/102) / 102
    assertEquals(0.0165459, change.low(), 1e-6);
    assertEquals(0.1403168, change.high(), 1e-6);
  }

  @Test
  void theTestIsTheExactOneOfMcNemar() {
    // 2 (1 + 10) / 2¹⁰
    assertEquals(0.021484375, new RecallChange(100, 40, 9, 1).p(), 1e-12);
    assertEquals(1, new RecallChange(100, 40, 3, 3).p(), 1e-12);
    assertEquals(1, new RecallChange(100, 40, 0, 0).p(), 0);
  }

  @Test
  void whatChanceMayHaveDoneIsNotCalledADifference() {
    assertEquals(
        "More fixed than new, which is hardly chance (McNemar p = 0.021).",
        new RecallChange(100, 40, 9, 1).sentence());
    assertEquals(
        "The difference is not told from chance (McNemar p = 0.508).",
        new RecallChange(1487, 486, 3, 6).sentence());
    assertEquals(
        "More new than fixed, which is hardly chance (McNemar p < 0.001).",
        new RecallChange(1487, 486, 3, 60).sentence());
  }
}
