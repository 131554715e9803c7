package eifexplorer.experiment.attribution;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * A mean rank correlation, or a difference of two, with its interval.
 *
 * <p>The distances, the subsets and the batches are a draw. Over the distances the mean's variance is s²/Q; over the subsets
 * it is the jackknife's, (m - 1)/m Σ (mean without one - their mean)², and so it is over the k draws of the batches where
 * there are two or more. All distances share the subsets and the batches, so these parts do not shrink with Q and are mostly
 * the larger. The interval takes their sum (Owen, "The pigeonhole bootstrap", 2007, takes the parts of rows and columns), by
 * Student's t with the smaller count of distances and subsets less one.
 *
 * @param mean over the distances
 * @param deviation sample standard deviation over the distances, 0 for one
 * @param halfWidth of the 95 % interval, before it is cut
 * @param largest the interval is cut at so much either side of 0: correlations lie within 1, their differences within 2
 */
record LdsEstimate(double mean, double deviation, double halfWidth, double largest) {
  /** Of a difference of two, from the differences of each. */
  static LdsEstimate ofDifference(double[] each, double[] without, double[] withoutDraws) {
    LdsEstimate of = of(each, without, withoutDraws);
    return new LdsEstimate(of.mean, of.deviation, of.halfWidth, 2 * of.largest);
  }

  /**
   * From at least one distance.
   *
   * @param each of every distance [Q], at least one
   * @param without the mean over all distances without each subset [m], at least three
   * @param withoutDraws the same without each draw of the batches [k]; empty if nothing is known of them
   */
  static LdsEstimate of(double[] each, double[] without, double[] withoutDraws) {
    double mean = StatUtils.mean(each);
    double variance = each.length < 2 ? 0 : StatUtils.variance(each, mean);
    double shared = jackknife(without) + jackknife(withoutDraws);
    int least = each.length < 2 ? without.length : Math.min(each.length, without.length);
    double quantile = new TDistribution(least - 1.0).inverseCumulativeProbability(.975);
    return new LdsEstimate(
        mean, Math.sqrt(variance), quantile * Math.sqrt(variance / each.length + shared), 1);
  }

  private static double jackknife(double[] without) {
    return without.length < 2 ? 0 : StatUtils.populationVariance(without) * (without.length - 1);
  }

  static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }

  /** Lower end of the interval; null where nothing can be said. */
  @Nullable Double low() {
    return Double.isNaN(halfWidth) ? null : Double.valueOf(Math.max(-largest, mean - halfWidth));
  }

  /** Upper end of the interval; null where nothing can be said. */
  @Nullable Double high() {
    return Double.isNaN(halfWidth) ? null : Double.valueOf(Math.min(largest, mean + halfWidth));
  }
}
