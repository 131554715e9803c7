package eifexplorer.review.suspect;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import java.util.stream.IntStream;

/**
 * Features [N,F] less their mean, turned and scaled so that the scatter within classes is the same in all directions. Rows are
 * computed when they are asked for, each by F² multiplications.
 *
 * @param context asked before each block, which takes long where F is large
 */
record WhitenedRows(DiscriminantFit fit, JobContext context) implements FeatureMatrix {
  /** Of length 1 and kept: class centres and neighbours need them several times over. */
  static FeatureMatrix units(DiscriminantFit fit, JobContext context) {
    return Embeddings.normalised(new WhitenedRows(fit, context));
  }

  @Override
  public int rows() {
    return fit.size();
  }

  @Override
  public int columns() {
    return fit.columns();
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    context.checkCancelled();
    float[] rows = fit.whitened(IntStream.range(from, to).toArray());
    System.arraycopy(rows, 0, target, offset, rows.length);
  }
}
