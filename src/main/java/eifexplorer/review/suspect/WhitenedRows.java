package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.TriangularFactor;
import java.util.stream.IntStream;

/**
 * Features [N,F] less their mean, turned and scaled so that the scatter within classes is the same in all directions. Rows are
 * computed when they are asked for, each by F² / 2 multiplications.
 *
 * @param factor of the scatter
 * @param context asked before each block, which takes long where F is large
 */
record WhitenedRows(WithinClasses within, TriangularFactor factor, JobContext context)
    implements FeatureMatrix {
  @Override
  public int rows() {
    return within.rows();
  }

  @Override
  public int columns() {
    return within.columns();
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    context.checkCancelled();
    float[] rows = gather(IntStream.range(from, to).toArray());
    System.arraycopy(rows, 0, target, offset, rows.length);
  }

  /** Some rows [n,F]. */
  @Override
  public float[] gather(int... samples) {
    return factor.turned(within.centred(samples), samples.length);
  }
}
