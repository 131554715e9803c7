package eifexplorer.influence;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** How far two estimators rank the same training samples alike. */
public final class RankAgreement {
  private RankAgreement() {}

  /**
   * Spearman's rank correlation of all influences, -1..1; ties share their mean rank. NaN if one of the two gives every
   * sample the same score.
   *
   * @param a influences [N], N at least 2
   * @param b influences [N]
   */
  public static double spearman(double[] a, double[] b) {
    return new SpearmansCorrelation().correlation(a, b);
  }

  /** How many of the first {@code count} of one ranking are among the first {@code count} of the other. */
  public static int shared(int[] ranking, int[] other, int count) {
    Set<Integer> first = new HashSet<>();
    Arrays.stream(ranking).limit(count).forEach(first::add);
    return (int) Arrays.stream(other).limit(count).filter(first::contains).count();
  }
}
