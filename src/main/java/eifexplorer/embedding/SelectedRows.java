package eifexplorer.embedding;

/** Some rows of other features, in a given order; a view that copies nothing. */
public final class SelectedRows implements FeatureMatrix {
  private final FeatureMatrix source;
  private final int[] rows;

  private SelectedRows(FeatureMatrix source, int[] rows) {
    this.source = source;
    this.rows = rows;
  }

  /** Row i is row {@code rows[i]} of {@code source}; the source itself if that changes nothing. */
  public static FeatureMatrix of(FeatureMatrix source, int[] rows) {
    boolean all = rows.length == source.rows();
    for (int i = 0; all && i < rows.length; i++) {
      all = rows[i] == i;
    }
    return all ? source : new SelectedRows(source, rows.clone());
  }

  /** The matrix they are rows of. */
  FeatureMatrix source() {
    return source;
  }

  /** Which rows of it [n]; not to be changed. */
  int[] chosen() {
    return rows;
  }

  @Override
  public int rows() {
    return rows.length;
  }

  @Override
  public int columns() {
    return source.columns();
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    for (int i = from; i < to; i++) {
      source.copyRows(rows[i], rows[i] + 1, target, offset + (i - from) * columns());
    }
  }
}
