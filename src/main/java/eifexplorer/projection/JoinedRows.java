package eifexplorer.projection;

import eifexplorer.embedding.FeatureMatrix;

/** The rows of one matrix, then those of another; a view that copies nothing. */
final class JoinedRows implements FeatureMatrix {
  private final FeatureMatrix first;
  private final FeatureMatrix second;

  JoinedRows(FeatureMatrix first, FeatureMatrix second) {
    if (first.columns() != second.columns()) {
      throw new IllegalArgumentException(first.columns() + " and " + second.columns());
    }
    this.first = first;
    this.second = second;
  }

  @Override
  public int rows() {
    return Math.addExact(first.rows(), second.rows());
  }

  @Override
  public int columns() {
    return first.columns();
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    int border = first.rows();
    int middle = Math.max(from, Math.min(to, border));
    if (from < middle) {
      first.copyRows(from, middle, target, offset);
    }
    if (middle < to) {
      second.copyRows(middle - border, to - border, target, offset + (middle - from) * columns());
    }
  }
}
