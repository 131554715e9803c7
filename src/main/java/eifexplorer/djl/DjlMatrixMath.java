package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import eifexplorer.math.MatrixMath;
import java.util.function.BinaryOperator;

/** Matrix products by PyTorch on the device. */
final class DjlMatrixMath implements MatrixMath {
  private final DjlRuntime runtime;

  DjlMatrixMath(DjlRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out) {
    product(a, m, k, b, n, k, out, (x, y) -> x.matMul(y.transpose()));
  }

  @Override
  public void times(float[] a, int m, float[] b, int n, int k, float[] out) {
    product(a, m, k, b, k, n, out, NDArray::matMul);
  }

  @Override
  public void transposedTimes(float[] a, int m, float[] b, int n, int k, float[] out) {
    product(a, k, m, b, k, n, out, (x, y) -> x.transpose().matMul(y));
  }

  private void product(
      float[] a,
      int aRows,
      int aColumns,
      float[] b,
      int bRows,
      int bColumns,
      float[] out,
      BinaryOperator<NDArray> multiply) {
    try (TorchScope scope = runtime.scope(false)) {
      NDManager memory = scope.memory();
      NDArray x = new HostArrays().borrow(memory, a, aRows, aColumns);
      NDArray y = new HostArrays().borrow(memory, b, bRows, bColumns);
      float[] result = multiply.apply(x, y).toFloatArray();
      System.arraycopy(result, 0, out, 0, result.length);
    }
  }
}
