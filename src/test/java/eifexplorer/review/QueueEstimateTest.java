package eifexplorer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingBundles;
import eifexplorer.review.NoisyLabels.Noise;
import eifexplorer.review.SimulatedReview.Coverage;
import eifexplorer.review.SimulatedReview.Detector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueueEstimateTest {
  private static final int[] STOPS = {60, 100, 200, 300};

  /** Simulated annotations of each setting; more of them take longer and say more. */
  private static final int REPEATS = Integer.getInteger("eif.simulations", 2);

  /** At this many repeats a coverage of 90 % falls below .85 by chance, so that room is left for that. */
  private static final double LEAST = REPEATS < 100 ? .8 : .85;

  @Test
  void theRangeHoldsTheTruthWhateverTheDetectorIsWorth() {
    List<String> missed = new ArrayList<>();
    for (Detector detector : Detector.values()) {
      for (int images : new int[] {349, 1402}) {
        Coverage all = new Coverage(0, 0);
        for (double share : new double[] {.02, .08, .2}) {
          Coverage of = coverage(detector, images, share);
          all = all.plus(of);
          if (of.share() < LEAST - (REPEATS < 100 ? .15 : 0)) {
            missed.add(detector + " " + images + " " + share + " " + of);
          }
        }
        if (all.share() < LEAST) {
          missed.add(detector + " " + images + " " + all);
        }
      }
    }
    assertEquals(List.of(), missed);
  }

  private static Coverage coverage(Detector detector, int images, double share) {
    Random random =
        new Random(detector.name().hashCode() * 31L + images + Math.round(1000 * share));
    Coverage all = new Coverage(0, 0);
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      all = all.plus(SimulatedReview.drawn(random, detector, images, share).coverage(STOPS));
    }
    return all;
  }

  /** Of the made-up classes, or of a bundle with right labels, such as one made from CUB-200-2011. */
  @Test
  void theRangeHoldsTheTruthWhateverIsWrongWithTheLabels() {
    String bundle = System.getProperty("eif.bundle");
    Random random = new Random(7);
    List<String> missed = new ArrayList<>();
    for (double spread : bundle == null ? new double[] {.7, 2} : new double[] {0}) {
      NoisyLabels labels =
          bundle == null
              ? NoisyLabels.drawn(random, 12, 349, spread)
              : NoisyLabels.of(EmbeddingBundles.read(Path.of(bundle)));
      for (Noise noise : Noise.values()) {
        Coverage all = new Coverage(0, 0);
        for (double share : new double[] {.02, .05, .1, .2}) {
          for (int repeat = 0; repeat < (REPEATS + 3) / 4; repeat++) {
            all = all.plus(labels.review(random, noise, share).coverage(STOPS));
          }
        }
        if (all.share() < LEAST) {
          missed.add(noise + " " + spread + " " + all);
        }
      }
    }
    assertEquals(List.of(), missed);
  }

  @Test
  void theNumberExpectedIsNearTheTruthAndSeldomFarBelowIt() {
    Random random = new Random(11);
    NoisyLabels labels = NoisyLabels.drawn(random, 12, 900, 2);
    double logRatios = 0;
    int farBelow = 0;
    int of = 0;
    for (Noise noise : Noise.values()) {
      for (double share : new double[] {.05, .1, .2}) {
        for (int repeat = 0; repeat < REPEATS; repeat++) {
          SimulatedReview review = labels.review(random, noise, share);
          for (int stop : new int[] {100, 200, 300}) {
            double logRatio =
                Math.log((review.estimate(stop).expected() + 3) / (review.left(stop) + 3));
            logRatios += logRatio;
            farBelow += logRatio < -.9 ? 1 : 0;
            of++;
          }
        }
      }
    }
    assertEquals(0, logRatios / of, .25);
    assertTrue(farBelow < .06 * of, farBelow + " of " + of);
  }

  @Test
  void nothingIsNotClaimedWhileAHandfulOfSpotChecksIsAllThatIsKnown() {
    Outcome[] byRank = new Outcome[500];
    Arrays.fill(byRank, Outcome.UNDECIDED);
    boolean[] spots = new boolean[500];
    for (int rank = 9; rank < 500; rank += 50) {
      byRank[rank] = Outcome.RIGHT;
      spots[rank] = true;
    }
    QueueEstimate estimate = QueueEstimate.of(byRank, spots);
    assertTrue(estimate.expected() > 3, estimate.toString());
    assertTrue(estimate.high() > 50, estimate.toString());
  }

  @Test
  void nothingWrongIsFoundOutToBeSo() {
    SimulatedReview none = SimulatedReview.drawn(new Random(1), Detector.STRONG, 1402, 0);
    QueueEstimate estimate = none.estimate(300);
    assertEquals(0, estimate.low());
    assertTrue(estimate.expected() < 5, estimate.toString());
    assertTrue(estimate.high() < 100, estimate.toString());
  }

  @Test
  void decisionsNarrowTheRange() {
    SimulatedReview review = SimulatedReview.drawn(new Random(1), Detector.STRONG, 1402, .08);
    QueueEstimate early = review.estimate(100);
    QueueEstimate late = review.estimate(400);
    assertTrue(early.high() - early.low() > 5 * (late.high() - late.low()), early + ", " + late);
    assertEquals(1002, late.undecided());
    assertEquals("400 decisions, 40 of them spot checks", late.basis());
  }

  @Test
  void beforeThereAreSpotChecksInBothHalvesNothingIsKnown() {
    SimulatedReview review = SimulatedReview.drawn(new Random(1), Detector.STRONG, 1402, .08);
    assertFalse(review.estimate(0).known());
    assertFalse(review.estimate(59).known());
    assertTrue(review.estimate(60).known());
  }

  @Test
  void nothingIsLeftWhenAllIsDecided() {
    Outcome[] all = new Outcome[100];
    Arrays.fill(all, Outcome.RIGHT);
    all[3] = Outcome.WRONG;
    assertEquals(
        new QueueEstimate(true, 0, 0, 0, 0, 100, 0), QueueEstimate.of(all, new boolean[100]));
  }

  @Test
  void whatIsSettledIsNoEvidence() {
    Outcome[] all = new Outcome[100];
    Arrays.fill(all, 0, 50, Outcome.SETTLED);
    Arrays.fill(all, 50, 100, Outcome.UNDECIDED);
    boolean[] spots = new boolean[100];
    Arrays.fill(spots, true);
    QueueEstimate estimate = QueueEstimate.of(all, spots);
    assertEquals(0, estimate.answers());
    assertFalse(estimate.known());
  }
}
