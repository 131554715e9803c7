package eifexplorer.embedding;

/** Features held in memory. */
public final class HeapFeatures implements FeatureMatrix {
  private final float[] values;
  private final int rows;
  private final int columns;

  /**
   * Takes over {@code values} [rows,columns], row major; the caller must not change it afterwards.
   *
   * @throws IllegalArgumentException if the length does not fit
   */
  public HeapFeatures(float[] values, int rows, int columns) {
    if (values.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(values.length + " values for " + rows + " x " + columns);
    }
    this.values = values;
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    System.arraycopy(values, from * columns, target, offset, (to - from) * columns);
  }
}
