package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuspectScoresTest {
  private static SuspectScores suspicion(double... values) {
    return SuspectScores.highIsSuspect(values);
  }

  @Test
  void equalOnesShareTheirRanksAndKeepTheirOrder() {
    SuspectScores scores = suspicion(1, 3, 1, 2);
    assertArrayEquals(new double[] {3.5, 1, 3.5, 2}, scores.ranks());
    assertArrayEquals(new int[] {1, 3, 0, 2}, scores.order());
  }

  @Test
  void theUnknownIsInTheMiddle() {
    SuspectScores scores = suspicion(3, Double.NaN, 1);
    assertEquals(2, scores.ranks()[1]);
    assertArrayEquals(new int[] {0, 1, 2}, scores.order());
  }

  @Test
  void aCombinationIsTheWeightedMeanRank() {
    Map<String, SuspectScores> scores = Map.of("a", suspicion(3, 2, 1), "b", suspicion(1, 3, 2));
    SuspectScores equal = RankWeights.parse("a,b").combine(scores);
    assertArrayEquals(new int[] {1, 0, 2}, equal.order());
    assertEquals(1.5, equal.value(1));
    SuspectScores weighted = RankWeights.parse("a=3,b=1").combine(scores);
    assertArrayEquals(new int[] {0, 1, 2}, weighted.order());
    assertEquals(1.5, weighted.value(0));
  }

  @Test
  void aWeightMustBeAboveZero() {
    assertEquals(
        "weight of a is 0. Allowed: above 0.",
        assertThrows(ProblemException.class, () -> RankWeights.parse("a=0")).getMessage());
    assertThrows(ProblemException.class, () -> RankWeights.parse("a=much"));
  }

  @Test
  void aPerfectOrderFindsAll() {
    DetectionReport report =
        DetectionReport.of(
            suspicion(9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
            new boolean[] {true, true, false, false, false, false, false, false, false, false});
    assertEquals(new DetectionReport(2, 10, 1, 1, .5, 1), report);
  }

  @Test
  void oneMistakeCostsWhatTheFormulasSay() {
    DetectionReport report =
        DetectionReport.of(suspicion(4, 3, 2, 1), new boolean[] {false, true, false, true});
    assertEquals(.25, report.auroc(), 1e-12);
    assertEquals((1 / 2.0 + 2 / 4.0) / 2, report.averagePrecision(), 1e-12);
  }

  @Test
  void tiesAreChance() {
    boolean[] wrong = {true, true, false, false, false, false, false, false, false, false};
    DetectionReport report = DetectionReport.of(suspicion(new double[10]), wrong);
    assertEquals(.5, report.auroc(), 1e-12);
    assertEquals(.2, report.averagePrecision(), 1e-12);
    assertEquals(.1, report.foundAt10(), 1e-12);
    assertEquals(.2, report.foundAt20(), 1e-12);
  }
}
