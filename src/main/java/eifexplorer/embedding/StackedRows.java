package eifexplorer.embedding;

/**
 * The rows of one matrix, then those of another; a view that copies nothing.
 *
 * @param first with as many columns as {@code then}
 */
public record StackedRows(FeatureMatrix first, FeatureMatrix then) implements FeatureMatrix {
  @Override
  public int rows() {
    return Math.addExact(first.rows(), then.rows());
  }

  @Override
  public int columns() {
    return first.columns();
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    int middle = Math.max(from, Math.min(to, first.rows()));
    if (from < middle) {
      first.copyRows(from, middle, target, offset);
    }
    if (middle < to) {
      then.copyRows(
          middle - first.rows(), to - first.rows(), target, offset + (middle - from) * columns());
    }
  }
}
