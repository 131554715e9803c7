package eifexplorer.experiment.attribution;

import org.hipparchus.stat.ranking.NaturalRanking;

/** Spearman's rank correlation with each subset left out in turn: what a mean of them owes to the subsets that were drawn. */
final class SubsetJackknife {
  private SubsetJackknife() {}

  /**
   * The correlations without each of m subsets, 0 where all of a side are equal. The ranks of the others are those of all
   * but for the one taken out, so that each takes one pass.
   *
   * @param predicted [m], at least three
   * @param found [m]
   * @return [m]
   */
  static double[] correlations(double[] predicted, double[] found) {
    NaturalRanking ranking = new NaturalRanking();
    double[] a = ranking.rank(predicted);
    double[] b = ranking.rank(found);
    double[] without = new double[a.length];
    for (int s = 0; s < without.length; s++) {
      without[s] = without(a, b, s);
    }
    return without;
  }

  private static double without(double[] a, double[] b, int left) {
    // The ranks of n others add up to n (n + 1) / 2, ties or not.
    double mean = a.length / 2.0;
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      if (i != left) {
        double da = a[i] - gap(a[i], a[left]) - mean;
        double db = b[i] - gap(b[i], b[left]) - mean;
        both += da * db;
        squaresA += da * da;
        squaresB += db * db;
      }
    }
    double scale = Math.sqrt(squaresA * squaresB);
    return scale == 0 ? 0 : both / scale;
  }

  /** What a rank falls when another is taken out: one below it, half of one that it is tied with. */
  private static double gap(double rank, double taken) {
    return rank > taken ? 1 : rank == taken ? .5 : 0;
  }
}
