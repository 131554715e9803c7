package eifexplorer.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.influence.PairSummary;
import eifexplorer.influence.PairSurvey;
import java.util.Arrays;

/** Compares surveys. */
final class Surveys {
  private static final double NEAR = 1e-5;

  private Surveys() {}

  /** The same pairs with the same images in the same order, but for those whose influence is the same. */
  static void assertSame(PairSurvey expected, PairSurvey found) {
    assertEquals(expected.pairs(), expected.explained());
    assertEquals(expected.explained(), found.explained());
    for (int p = 0; p < expected.explained(); p++) {
      assertSame(expected.summaries().get(p), found.summaries().get(p));
    }
    for (int i = 0; i < expected.trainingImages(); i++) {
      assertEquals(expected.harm(i), found.harm(i), NEAR * Math.max(1, expected.harm(i)));
    }
  }

  private static void assertSame(PairSummary expected, PairSummary found) {
    assertEquals(expected.pair(), found.pair());
    assertEquals(expected.distance(), found.distance(), NEAR);
    assertEquals(expected.suspects(), found.suspects());
    double near = NEAR * expected.strongest();
    assertRanked(
        expected.harmful(),
        expected.harmfulInfluence(),
        found.harmful(),
        found.harmfulInfluence(),
        near);
    assertRanked(
        expected.helpful(),
        expected.helpfulInfluence(),
        found.helpful(),
        found.helpfulInfluence(),
        near);
  }

  private static void assertRanked(
      int[] expected, double[] influence, int[] found, double[] foundInfluence, double near) {
    assertArrayEquals(influence, foundInfluence, near);
    for (int r = 0; r < expected.length; r++) {
      int rank = r;
      int other = found[r];
      boolean tied =
          Arrays.stream(influence).filter(v -> Math.abs(v - influence[rank]) <= near).count() > 1;
      if (!tied) {
        assertEquals(expected[r], other);
      }
    }
  }
}
