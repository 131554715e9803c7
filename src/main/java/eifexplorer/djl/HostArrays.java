package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.math.RowSource;
import eifexplorer.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Brings Java arrays to the device through one piece of memory outside the heap, used again and again: fresh pieces would
 * pile up until the garbage collector runs.
 */
final class HostArrays {
  /** Values that are read from a source at once. */
  private static final int PIECE = 1 << 16;

  private static final int LARGE_BYTES = 1 << 26;

  private ByteBuffer memory = ByteBuffer.allocateDirect(0);

  /**
   * An array that may share this object's memory: it must be done with before the next call.
   *
   * @param values row major; may be longer than the shape
   */
  NDArray borrow(NDManager manager, FloatBuffer values, long... shape) {
    int count = Math.toIntExact(new Shape(shape).size());
    ByteBuffer part = room(count);
    part.asFloatBuffer().put(values.slice(0, count));
    return manager.create(part, new Shape(shape), DataType.FLOAT32);
  }

  /** Room for so many floats. */
  private ByteBuffer room(int count) {
    int bytes = Math.multiplyExact(count, Float.BYTES);
    if (memory.capacity() < bytes) {
      memory = ByteBuffer.allocateDirect(bytes);
    }
    ByteBuffer part = memory.duplicate().order(ByteOrder.nativeOrder()).limit(bytes).slice();
    return part.order(ByteOrder.nativeOrder());
  }

  /** As {@link #borrow(NDManager, FloatBuffer, long...)}. */
  NDArray borrow(NDManager manager, float[] values, long... shape) {
    return borrow(manager, FloatBuffer.wrap(values), shape);
  }

  /** An array with memory of its own. */
  NDArray copy(NDManager manager, float[] values, long... shape) {
    return copy(manager, FloatBuffer.wrap(values), shape);
  }

  /** As {@link #copy(NDManager, float[], long...)}. */
  NDArray copy(NDManager manager, FloatBuffer values, long... shape) {
    try (NDArray borrowed = borrow(manager, values, shape)) {
      return borrowed.duplicate();
    }
  }

  /** Rows {@code first} to {@code first + n} of a source, each of k values, with memory of their own. */
  NDArray copy(NDManager manager, RowSource rows, int first, int n, int k) {
    ByteBuffer part = room(Math.multiplyExact(n, k));
    FloatBuffer to = part.asFloatBuffer();
    int step = Math.max(1, Math.min(n, PIECE / k));
    float[] piece = new float[step * k];
    for (int row = 0; row < n; row += step) {
      int count = Math.min(step, n - row);
      rows.copyRows(first + row, first + row + count, piece, 0);
      to.put(piece, 0, count * k);
    }
    try (NDArray borrowed = manager.create(part, new Shape(n, k), DataType.FLOAT32)) {
      return borrowed.duplicate();
    }
  }

  /** Whether it holds so much that it should not be kept for later. */
  boolean isLarge() {
    return memory.capacity() > LARGE_BYTES;
  }

  /** Adds values to an array, whatever its layout. Throws {@link ProblemException} if the shapes differ. */
  static void addTo(TorchScope scope, NDArray array, WeightTensor values) {
    long[] shape = array.getShape().getShape();
    if (!Arrays.equals(shape, longs(values.shape()))) {
      throw new ProblemException(
          "Saved values " + values + " do not fit the shape " + array.getShape(), "", "");
    }
    NDArray given = new HostArrays().borrow(scope.memory(), values.floatView(), shape);
    array.addi(given);
  }

  /** The values of an array, whatever its layout. */
  static WeightTensor read(NDArray array) {
    int[] shape = Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    return WeightTensor.owning(array.toFloatArray(), shape);
  }

  static long[] longs(int... values) {
    return Arrays.stream(values).asLongStream().toArray();
  }
}
