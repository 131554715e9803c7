package eifexplorer.retrain;

import eifexplorer.retrain.HeadComparison.Spread;
import java.util.Arrays;

/** Whether what a change of training images did is told from what the same change of images drawn at random does. */
public enum Chance {
  /** Every seed's change is larger, in the same direction, than any random set's. */
  MORE_THAN_CHANCE("more than chance"),
  /** Some random set did as much. */
  NOT_TOLD_FROM_CHANCE("not told from chance"),
  /** One seed says nothing of the spread. */
  TOO_FEW_SEEDS("one seed tells nothing about chance");

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
    double direction = Math.signum(Spread.of(changes).mean());
    double least = Arrays.stream(changes).map(c -> c * direction).min().orElse(0);
    double most = Arrays.stream(controls).map(c -> c * direction).max().orElse(0);
    return least > Math.max(0, most) ? MORE_THAN_CHANCE : NOT_TOLD_FROM_CHANCE;
  }
}
