package eifexplorer.experiment.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.RankAgreement;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class LdsEstimateTest {
  private static final double[] NONE = {};

  private static double[] without(double[] values, int left) {
    return IntStream.range(0, values.length)
        .filter(i -> i != left)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  @Test
  void theCorrelationWithoutASubsetIsThatOfTheOthersTiesIncluded() {
    double[] predicted = {3, 1, 1, 4, 5, 5, 5, 2};
    double[] found = {2, 1, 3, 3, 9, 7, 7, 7};
    double[] direct =
        IntStream.range(0, 8)
            .mapToDouble(s -> RankAgreement.spearman(without(predicted, s), without(found, s)))
            .toArray();
    assertArrayEquals(direct, SubsetJackknife.correlations(predicted, found), 1e-12);
  }

  @Test
  void equalPredictionsCorrelateWithNothing() {
    assertArrayEquals(
        new double[3],
        SubsetJackknife.correlations(new double[] {1, 1, 1}, new double[] {1, 2, 3}));
  }

  /** A hundred distances that all owe their correlation to the same subsets know no more of it than one. */
  @Test
  void distancesThatShareTheirSubsetsDoNotNarrowTheIntervalByTheirNumber() {
    Random random = new Random(4);
    double[] without = random.doubles(40, .4, .6).toArray();
    double[] one = {.5};
    double[] hundred = new double[100];
    Arrays.fill(hundred, .5);

    LdsEstimate single = LdsEstimate.of(one, without, NONE);
    LdsEstimate many = LdsEstimate.of(hundred, without, NONE);

    assertEquals(single.halfWidth(), many.halfWidth(), 1e-12);
    assertTrue(many.halfWidth() > .1, "" + many.halfWidth());
  }

  /** Two draws that give .4 and .6 apart leave their mean open by .1, whatever the subsets say. */
  @Test
  void theDrawsOfTheBatchesWidenTheInterval() {
    double[] each = {.5, .5, .5};
    double[] without = {.5, .5, .5};
    double student = new TDistribution(2).inverseCumulativeProbability(.975);

    assertEquals(0, LdsEstimate.of(each, without, NONE).halfWidth(), 1e-12);
    assertEquals(
        student * .1, LdsEstimate.of(each, without, new double[] {.4, .6}).halfWidth(), 1e-12);
  }

  /** No correlation is above 1, and no two are further apart than 2. */
  @Test
  void intervalsEndWhereCorrelationsDo() {
    double[] without = {.8, .9, .9, 1};
    LdsEstimate one = LdsEstimate.of(new double[] {.9}, without, NONE);
    LdsEstimate two = LdsEstimate.ofDifference(new double[] {1.9}, without, NONE);

    assertEquals(1, one.high());
    assertEquals(.9 - one.halfWidth(), one.low());
    assertEquals(2, two.high());
  }

  /** 40 % of 200 draws would fall outside an interval over the distances alone; 5 % is meant. */
  @Test
  void theIntervalCoversTheTruthWhereDistancesShareNoise() {
    Random random = new Random(7);
    int covered = 0;
    for (int draw = 0; draw < 200; draw++) {
      double[][] values = new double[20][30];
      double[] bySubset = random.doubles(30).map(u -> 2 * u - 1).toArray();
      for (double[] row : values) {
        Arrays.setAll(row, s -> bySubset[s] + random.nextGaussian());
      }
      double[] each = Arrays.stream(values).mapToDouble(LdsEstimateTest::mean).toArray();
      double[] left = new double[30];
      for (int s = 0; s < 30; s++) {
        for (int q = 0; q < 20; q++) {
          left[s] += (30 * each[q] - values[q][s]) / 29 / 20;
        }
      }
      LdsEstimate found = LdsEstimate.of(each, left, NONE);
      covered += Math.abs(found.mean()) <= found.halfWidth() ? 1 : 0;
    }
    assertTrue(covered >= 185 && covered <= 200, covered + " of 200");
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
