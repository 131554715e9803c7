package eifexplorer.math;

/**
 * Rows scaled to length 1, {@code n(v) = v / max(||v||, 1e-12)}, with their lengths for the way back.
 *
 * @param units [n,E], row major
 * @param lengths [n], the rows' own lengths
 */
public record UnitRows(double[] units, double[] lengths) {
  /** Rows shorter than this are divided by it. */
  public static final double SHORTEST = 1e-12;

  /** Scales rows [n,E]; the argument stays as it is. */
  public static UnitRows of(double[] rows, int size) {
    return of(rows, 0, rows.length / size, size);
  }

  /** Scales rows {@code from} (included) to {@code to} (excluded) of rows [n,E]. */
  public static UnitRows of(double[] rows, int from, int to, int size) {
    double[] units = new double[(to - from) * size];
    double[] lengths = new double[to - from];
    for (int i = 0; i < lengths.length; i++) {
      int source = (from + i) * size;
      double squares = 0;
      for (int j = source; j < source + size; j++) {
        squares += rows[j] * rows[j];
      }
      lengths[i] = Math.sqrt(squares);
      double factor = 1 / Math.max(lengths[i], SHORTEST);
      for (int j = 0; j < size; j++) {
        units[i * size + j] = rows[source + j] * factor;
      }
    }
    return new UnitRows(units, lengths);
  }

  /**
   * Turns gradients with respect to the units into gradients with respect to the rows, in place: {@code (g - (g·u) u) /
   * ||v||}, and {@code g / 1e-12} for rows shorter than that.
   *
   * @param gradients [n,E]
   */
  public void toRowGradients(double[] gradients) {
    int size = units.length / Math.max(1, lengths.length);
    for (int i = 0; i < lengths.length; i++) {
      int start = i * size;
      double along = 0;
      if (lengths[i] >= SHORTEST) {
        for (int j = start; j < start + size; j++) {
          along += gradients[j] * units[j];
        }
      }
      double factor = 1 / Math.max(lengths[i], SHORTEST);
      for (int j = start; j < start + size; j++) {
        gradients[j] = (gradients[j] - along * units[j]) * factor;
      }
    }
  }
}
