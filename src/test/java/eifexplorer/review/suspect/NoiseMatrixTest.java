package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseMatrixTest {
  private static final int CLASSES = 3;
  private static final int PER_CLASS = 200;

  /** Fits that are near 1 for the true class and near 0 for others, whatever the labels are. */
  private static final class KnownTruth extends LabelFit {
    private final double[] fits;

    KnownTruth(int[] truth, int[] labels) {
      super(labels, CLASSES);
      Random random = new Random(6);
      this.fits = new double[truth.length * CLASSES];
      Arrays.setAll(
          fits, k -> (truth[k / CLASSES] == k % CLASSES ? 1 : 0) + .2 * random.nextGaussian());
    }

    @Override
    double[] block(int from, int to) {
      return Arrays.copyOfRange(fits, from * CLASSES, to * CLASSES);
    }
  }

  private static int[] truth() {
    int[] truth = new int[CLASSES * PER_CLASS];
    Arrays.setAll(truth, i -> i / PER_CLASS);
    return truth;
  }

  /** Every fifth image of class 0 is called 1; the others are right. */
  private static int[] labels() {
    int[] labels = truth();
    for (int i = 0; i < PER_CLASS; i += 5) {
      labels[i] = 1;
    }
    return labels;
  }

  private static PooledFit pooled(int[] labels) {
    return new PooledFit(labels, CLASSES, List.of(new KnownTruth(truth(), labels)));
  }

  @Test
  void whichClassIsTakenForWhichIsLearntFromTheGivenLabels() {
    JobContext context = JobContext.unattended();
    NoiseMatrix noise = NoiseMatrix.of(LikelyLabels.of(pooled(labels()), context), context);

    // As many images as the class has are taken to be mislabelled as all are: half way from .2 to
    // .03.
    double often = Math.exp(noise.log(0, 1));
    assertEquals(.11, often, .03);
    for (int[] rare : new int[][] {{0, 2}, {1, 0}, {1, 2}, {2, 0}, {2, 1}}) {
      double rate = Math.exp(noise.log(rare[0], rare[1]));
      assertTrue(rate < often / 2, Arrays.toString(rare) + " " + rate);
    }
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      sum += Math.exp(noise.log(0, c));
    }
    assertEquals(1, sum, 1e-12);
  }

  @Test
  void pooledFitsAreProbabilitiesUnderWhichTheLabelsAreLikely() {
    PooledFit fit = pooled(labels());
    double[] row = fit.row(3);

    assertEquals(1, Arrays.stream(row).map(Math::exp).sum(), 1e-12);
    // 40 of 600 labels are wrong, so no image's label is certain.
    assertEquals(.92, Math.exp(row[0]), .07);
  }

  /** A class of one image has no other to be judged by, and a data set of one class nothing to be mixed up with. */
  @Test
  void nothingIsSaidWhereNothingIsKnown() {
    int[] labels = truth();
    Arrays.fill(labels, 0);
    labels[7] = 2;
    LikelyLabels likely = LikelyLabels.of(pooled(labels), JobContext.unattended());

    assertEquals(List.of(false, true), List.of(likely.isKnown(7), likely.isKnown(8)));
    assertEquals(List.of(0, 2), Arrays.stream(likely.labels(8)).boxed().toList());
  }
}
