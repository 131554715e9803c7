package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import java.util.stream.IntStream;

/**
 * Features [N,F] less their mean, turned and scaled so that the scatter within classes is the same in all directions, and of
 * length 1. Rows are computed when they are asked for: all of them need not fit in memory.
 */
record WhitenedRows(DiscriminantFit fit) implements FeatureMatrix {
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
    float[] rows = fit.whitened(IntStream.range(from, to).toArray());
    System.arraycopy(rows, 0, target, offset, rows.length);
  }

  @Override
  public float[] gather(int... indices) {
    return fit.whitened(indices);
  }
}
