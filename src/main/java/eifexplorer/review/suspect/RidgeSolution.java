package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.io.Serializable;

/**
 * A ridge regression of all classes on features, solved for all samples.
 *
 * @param centring of the features
 * @param factor inverse of the Cholesky factor of {@code Z^T Z / F + l I} [F,F]
 * @param coefficients B transposed [C,F]
 */
record RidgeSolution(Centring centring, float[] factor, float[] coefficients)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS_AT_ONCE = 1024;

  /** diag(H) of some of the samples, with features [n,F]. */
  double[] leverages(FeatureMatrix features, MatrixMath math, JobContext context) {
    int size = centring.columns();
    int n = features.rows();
    double[] leverages = new double[n];
    for (int from = 0; from < n; from += ROWS_AT_ONCE) {
      context.checkCancelled();
      int to = Math.min(n, from + ROWS_AT_ONCE);
      float[] turned = new float[(to - from) * size];
      float[] rows = centring.rows(features, from, to);
      math.timesTransposed(rows, to - from, factor, size, size, turned);
      for (int i = from; i < to; i++) {
        leverages[i] = RidgeFit.squares(turned, (i - from) * size, size, 1) / size;
      }
    }
    return leverages;
  }
}
