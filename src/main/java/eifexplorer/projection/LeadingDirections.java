package eifexplorer.projection;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.PrincipalDirections;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;

/**
 * Rows along the principal directions in which they differ most, less their mean, by their common deviation, so that a network
 * learns as fast and as well from any of them.
 */
final class LeadingDirections {
  /** More tell embeddings apart hardly better, and cost a step as much as all else in it. */
  private static final int MOST = 64;

  private static final int BLOCK = 4096;

  private final float[] values;
  private final int columns;

  private LeadingDirections(float[] values, int columns) {
    this.values = values;
    this.columns = columns;
  }

  /** Of rows [n,E], at most {@link #MOST} columns. */
  static LeadingDirections of(FeatureMatrix rows, MatrixMath math, JobContext context) {
    int kept = Math.min(MOST, rows.columns());
    float[] directions = new PrincipalDirections(math).of(rows, kept, context);
    float[] values = new float[Math.multiplyExact(rows.rows(), kept)];
    for (int from = 0; from < rows.rows(); from += BLOCK) {
      context.checkCancelled();
      int to = Math.min(rows.rows(), from + BLOCK);
      float[] block = new float[(to - from) * rows.columns()];
      rows.copyRows(from, to, block, 0);
      float[] product = new float[(to - from) * kept];
      math.timesTransposed(block, to - from, directions, kept, rows.columns(), product);
      System.arraycopy(product, 0, values, from * kept, product.length);
    }
    standardise(values, kept);
    return new LeadingDirections(values, kept);
  }

  private static void standardise(float[] values, int columns) {
    double[] mean = new double[columns];
    int rows = values.length / columns;
    for (int i = 0; i < values.length; i++) {
      mean[i % columns] += values[i] / (double) rows;
    }
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] -= (float) mean[i % columns];
      squares += (double) values[i] * values[i];
    }
    float deviation = (float) Math.sqrt(Math.max(squares / values.length, Float.MIN_NORMAL));
    for (int i = 0; i < values.length; i++) {
      values[i] /= deviation;
    }
  }

  int columns() {
    return columns;
  }

  /** Some of the rows, one after the other. */
  float[] rows(int[] indices) {
    float[] some = new float[indices.length * columns];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(values, indices[i] * columns, some, i * columns, columns);
    }
    return some;
  }
}
