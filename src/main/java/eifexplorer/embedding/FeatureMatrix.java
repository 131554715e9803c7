package eifexplorer.embedding;

/** Features [n,F], one row a sample; immutable, in memory or mapped from a file. Safe for use from any thread. */
public interface FeatureMatrix {
  /** n. */
  int rows();

  /** F. */
  int columns();

  /** Copies rows {@code from} (included) to {@code to} (excluded) into {@code target} from {@code offset} on. */
  void copyRows(int from, int to, float[] target, int offset);

  /** One row [F], a copy. */
  default float[] row(int i) {
    float[] row = new float[columns()];
    copyRows(i, i + 1, row, 0);
    return row;
  }

  /** These rows [k,F] in this order, a copy. */
  default float[] gather(int... indices) {
    float[] out = new float[Math.multiplyExact(indices.length, columns())];
    for (int k = 0; k < indices.length; k++) {
      copyRows(indices[k], indices[k] + 1, out, k * columns());
    }
    return out;
  }

  /** The whole matrix [n,F], a copy. Throws {@link ArithmeticException} above 2³¹ elements. */
  default float[] toArray() {
    float[] out = new float[Math.multiplyExact(rows(), columns())];
    copyRows(0, rows(), out, 0);
    return out;
  }
}
