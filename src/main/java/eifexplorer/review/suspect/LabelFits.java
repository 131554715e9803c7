package eifexplorer.review.suspect;

import eifexplorer.job.ComputePool;
import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * What the two label fits of the quick order say of some samples.
 *
 * @param centroid fit of every label by class centres [n][C], NaN where nothing is known
 * @param ridge fit of every label by ridge regression [n][C], NaN where nothing is known
 * @param labels given ones [n]
 */
public record LabelFits(double[][] centroid, double[][] ridge, int[] labels)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static LabelFits of(CentroidFit centroid, RidgeFit ridge, int[] samples) {
    return new LabelFits(
        rows(centroid, samples),
        rows(ridge, samples),
        IntStream.of(samples).map(centroid::label).toArray());
  }

  private static double[][] rows(LabelFit fit, int[] samples) {
    double[][] rows = new double[samples.length][];
    ComputePool.shared().forEach(samples.length, k -> rows[k] = fit.row(samples[k]));
    return rows;
  }
}
