package eifexplorer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.review.QueueEstimate.Outcome;
import java.util.Arrays;
import java.util.Random;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class QueueEstimateTest {
  private static final int IMAGES = 1000;

  /** Wrong with a chance that falls from 1 to 0 around the first {@code share} of the queue. */
  private static boolean[] wrong(Random random, double share, double steepness) {
    NormalDistribution normal = new NormalDistribution();
    double centre = normal.inverseCumulativeProbability(1 - share);
    boolean[] wrong = new boolean[IMAGES];
    for (int r = 0; r < IMAGES; r++) {
      double x = normal.inverseCumulativeProbability(1 - (r + .5) / IMAGES);
      wrong[r] = random.nextDouble() < 1 / (1 + Math.exp(-steepness * (x - centre)));
    }
    return wrong;
  }

  private static Outcome[] decided(boolean[] wrong, int first) {
    Outcome[] outcomes = new Outcome[wrong.length];
    Arrays.fill(outcomes, Outcome.UNDECIDED);
    for (int r = 0; r < first; r++) {
      outcomes[r] = wrong[r] ? Outcome.WRONG : Outcome.RIGHT;
    }
    return outcomes;
  }

  private static int left(boolean[] wrong, int first) {
    int left = 0;
    for (int r = first; r < wrong.length; r++) {
      left += wrong[r] ? 1 : 0;
    }
    return left;
  }

  @Test
  void nineRangesInTenHoldTheTruth() {
    Random random = new Random(3);
    int inside = 0;
    int all = 0;
    for (int run = 0; run < 10; run++) {
      double share = .04 + .2 * random.nextDouble();
      boolean[] wrong = wrong(random, share, 4 + 6 * random.nextDouble());
      for (int first : new int[] {50, 100, 200, 400}) {
        QueueEstimate estimate = QueueEstimate.of(decided(wrong, first));
        int left = left(wrong, first);
        inside += left >= estimate.low() && left <= estimate.high() ? 1 : 0;
        all++;
      }
    }
    assertTrue(inside >= .85 * all, inside + " of " + all);
  }

  @Test
  void decisionsNarrowTheRange() {
    boolean[] wrong = wrong(new Random(1), .1, 8);
    QueueEstimate before = QueueEstimate.of(decided(wrong, 0));
    QueueEstimate after = QueueEstimate.of(decided(wrong, 250));
    assertTrue(before.high() - before.low() > 5 * (after.high() - after.low()), "" + after);
    assertEquals(IMAGES - 250, after.undecided());
  }

  @Test
  void nothingIsLeftWhenAllIsDecided() {
    boolean[] wrong = wrong(new Random(1), .1, 8);
    assertEquals(new QueueEstimate(0, 0, 0, 0), QueueEstimate.of(decided(wrong, IMAGES)));
  }
}
