package eifexplorer.retrain;

import eifexplorer.retrain.HeadComparison.Spread;
import org.hipparchus.stat.inference.MannWhitneyUTest;

/**
 * Whether what a change of training images did is told from what the same change of images drawn at random does.
 *
 * <p>Mann and Whitney's test, exact where no two changes are equal, one-sided at 5 %: more than chance is what the one
 * group would exceed the other by in at most one of twenty ways of dealing all changes out to the two. Of three seeds
 * each it is what every seed does more than any random set, of five an overlap of few is allowed; two can't tell.
 */
public enum Chance {
  /** The changes exceed those of random sets, in the direction of their mean. */
  MORE_THAN_CHANCE("more than chance"),
  /** Random sets do as much too often. */
  NOT_TOLD_FROM_CHANCE("not told from chance"),
  /** One seed says nothing of the spread. */
  TOO_FEW_SEEDS("one seed tells nothing about chance");

  /** A little above 5 %, which three seeds reach exactly. */
  private static final double LEVEL = .05 + 1e-9;

  private final String words;

  Chance(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }

  /**
   * Compares changes, one a seed.
   *
   * @param changes of the images in question
   * @param controls of images drawn at random
   */
  public static Chance of(double[] changes, double[] controls) {
    if (changes.length < 2) {
      return TOO_FEW_SEEDS;
    }
    double mean = Spread.of(changes).mean();
    boolean beyond = mean * (mean - Spread.of(controls).mean()) > 0;
    return beyond && oneSided(changes, controls) <= LEVEL ? MORE_THAN_CHANCE : NOT_TOLD_FROM_CHANCE;
  }

  /** Half of the two-sided probability; NaN where all values are equal. */
  private static double oneSided(double[] changes, double[] controls) {
    return new MannWhitneyUTest().mannWhitneyUTest(changes, controls) / 2;
  }
}
