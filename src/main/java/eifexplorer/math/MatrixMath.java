package eifexplorer.math;

/** Dense matrix products of row-major float arrays. Implementations may be called from any thread. */
public interface MatrixMath {
  /** {@code out = A Bᵀ} with A [m,k], B [n,k], out [m,n]. */
  void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out);

  /** {@code out = A B} with A [m,k], B [k,n], out [m,n]. */
  void times(float[] a, int m, float[] b, int n, int k, float[] out);

  /** {@code out = Aᵀ B} with A [k,m], B [k,n], out [m,n]. */
  void transposedTimes(float[] a, int m, float[] b, int n, int k, float[] out);
}
