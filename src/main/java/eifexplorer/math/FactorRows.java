package eifexplorer.math;

/**
 * Rows [r,k] that blocks are multiplied with again and again, held where that happens; made by {@link MatrixMath#factor}.
 * Immutable, safe for use from any thread. Freed by {@link #close}, or with the last reference to it.
 */
public interface FactorRows extends AutoCloseable {
  /** r. */
  int rows();

  @Override
  void close();

  /** Rows in Java's memory. */
  record InJava(float[][] values) implements FactorRows {
    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public void close() {
      // The garbage collector does it.
    }
  }
}
