package eifexplorer.experiment;

import eifexplorer.experiment.ResultTable.Column;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.inference.TTest;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;
import org.jspecify.annotations.Nullable;

/**
 * Two ways tried on the same things.
 *
 * @param wins how often the first gave more
 * @param ties how often both gave the same
 * @param losses how often the second gave more
 * @param meanDifference mean of first minus second
 * @param tTest chance of a mean difference at least this far from 0 if there were none, by the paired t-test, two-sided;
 *     null for fewer than two different pairs
 * @param wilcoxon the same by Wilcoxon's signed-rank test, exact up to 15 pairs; pairs without a difference are left out;
 *     null if none is left
 */
public record PairedComparison(
    int wins,
    int ties,
    int losses,
    double meanDifference,
    @Nullable Double tTest,
    @Nullable Double wilcoxon) {
  /** The library goes through all 2^n patterns of signs. */
  private static final int MOST_EXACT = 15;

  /** Compares values of the same things, in the same order. */
  public static PairedComparison of(double[] first, double[] second) {
    double[] differences = new double[first.length];
    Arrays.setAll(differences, i -> first[i] - second[i]);
    int wins = (int) Arrays.stream(differences).filter(d -> d > 0).count();
    int losses = (int) Arrays.stream(differences).filter(d -> d < 0).count();
    double[] different = Arrays.stream(differences).filter(d -> d != 0).toArray();
    return new PairedComparison(
        wins,
        first.length - wins - losses,
        losses,
        Arrays.stream(differences).average().orElse(0),
        tTest(differences),
        different.length == 0 ? null : wilcoxon(different));
  }

  /**
   * The columns of a table of comparisons, see {@link #cells}.
   *
   * @param better what more is, such as {@code further}
   * @param decimals of the mean difference
   */
  public static List<Column> columns(String better, int decimals) {
    return List.of(
        Column.whole("first_wins", "first " + better),
        Column.whole("second_wins", "second " + better),
        Column.whole("ties", "ties"),
        Column.signed("mean_difference", "mean difference", decimals),
        Column.small("p_t", "p, paired t"),
        Column.small("p_wilcoxon", "p, Wilcoxon"));
  }

  /** Its cells in a row of such a table. */
  public List<@Nullable Object> cells() {
    return Arrays.asList(wins, losses, ties, meanDifference, tTest, wilcoxon);
  }

  private static @Nullable Double tTest(double[] differences) {
    boolean spread = Arrays.stream(differences).distinct().count() > 1;
    return spread ? new TTest().tTest(0, differences) : null;
  }

  private static Double wilcoxon(double[] differences) {
    return new WilcoxonSignedRankTest()
        .wilcoxonSignedRankTest(
            new double[differences.length], differences, differences.length <= MOST_EXACT);
  }
}
