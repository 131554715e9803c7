package eifexplorer.experiment;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * A mean with its spread.
 *
 * @param count n
 * @param mean of the values
 * @param deviation sample standard deviation; 0 for fewer than two values
 * @param halfWidth of the 95 % confidence interval of the mean, by Student's t with n-1 degrees of freedom; NaN for fewer
 *     than two values
 */
public record MeanEstimate(int count, double mean, double deviation, double halfWidth) {
  /** The estimate from at least one value. */
  public static MeanEstimate of(double[] values) {
    int n = values.length;
    double mean = StatUtils.mean(values);
    if (n < 2) {
      return new MeanEstimate(n, mean, 0, Double.NaN);
    }
    double deviation = Math.sqrt(StatUtils.variance(values, mean));
    double quantile = new TDistribution(n - 1).inverseCumulativeProbability(0.975);
    return new MeanEstimate(n, mean, deviation, quantile * deviation / Math.sqrt(n));
  }

  /** Lower end of the interval; null if there is none. */
  public @Nullable Double low() {
    return Double.isNaN(halfWidth) ? null : Double.valueOf(mean - halfWidth);
  }

  /** Upper end of the interval; null if there is none. */
  public @Nullable Double high() {
    return Double.isNaN(halfWidth) ? null : Double.valueOf(mean + halfWidth);
  }
}
