package eifexplorer.session.diff;

import java.util.Locale;
import org.hipparchus.stat.inference.AlternativeHypothesis;
import org.hipparchus.stat.inference.BinomialTest;

/**
 * Recall@1 of two models on the same images.
 *
 * @param images compared, at least 1
 * @param wrongBefore whose nearest neighbour has another class before
 * @param fixed of these, those whose nearest neighbour has their class after
 * @param broken right before and wrong after
 */
public record RecallChange(int images, int wrongBefore, int fixed, int broken) {
  private static final double Z = 1.959963984540054;

  /** Recall@1 before, 0..1. */
  public double before() {
    return 1 - (double) wrongBefore / images;
  }

  /** Recall@1 after, 0..1. */
  public double after() {
    return 1 - (double) wrongAfter() / images;
  }

  /** Images that are wrong after. */
  public int wrongAfter() {
    return wrongBefore - fixed + broken;
  }

  /** After less before. */
  public double difference() {
    return (double) (fixed - broken) / images;
  }

  /** Both, with the 95 % interval of the difference. */
  public MetricChange metric() {
    return new MetricChange(before(), after(), centre() - halfWidth(), centre() + halfWidth());
  }

  /**
   * Centre of the 95 % confidence interval for a difference of matched proportions, half an image added to each of the four
   * counts: Agresti and Min, "Simple improved confidence intervals for comparing matched proportions" (2005).
   */
  private double centre() {
    return (fixed - broken) / (images + 2.0);
  }

  private double halfWidth() {
    double n = images + 2.0;
    double sum = fixed + broken + 1.0;
    double gain = fixed - broken;
    return Z * Math.sqrt(Math.max(0, sum - gain * gain / n)) / n;
  }

  /**
   * Chance of so uneven a split of fixed and broken if each of these images were as likely to be fixed as broken: McNemar's
   * test, exact, two-sided, 0..1.
   */
  public double p() {
    int changed = fixed + broken;
    return changed == 0
        ? 1
        : new BinomialTest()
            .binomialTest(changed, Math.min(fixed, broken), 0.5, AlternativeHypothesis.TWO_SIDED);
  }

  /** The test in a sentence: {@code more fixed than broken (McNemar p 0.012)}. */
  public String sentence() {
    if (fixed + broken == 0) {
      return "The same images are right.";
    }
    double p = p();
    String test = p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    if (p >= 0.05) {
      return "The difference is not told from chance (McNemar " + test + ").";
    }
    return (fixed > broken ? "More fixed than new" : "More new than fixed")
        + ", which is hardly chance (McNemar "
        + test
        + ").";
  }
}
