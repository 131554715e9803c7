package eifexplorer.engine.checkpoint;

import eifexplorer.math.Doubles;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** One array of weights or counters, row major, float32 or int64; immutable. */
public final class WeightTensor {
  private final int[] shape;
  private final boolean isFloat;
  private final float[] floats;
  private final long[] longs;

  private WeightTensor(int[] shape, boolean isFloat, float[] floats, long[] longs) {
    this.shape = shape.clone();
    this.isFloat = isFloat;
    this.floats = floats;
    this.longs = longs;
    int have = isFloat ? floats.length : longs.length;
    if (elements(shape) != have) {
      throw new IllegalArgumentException(
          have + " values do not fill the shape " + Arrays.toString(shape));
    }
  }

  /** Copies float32 values. Throws {@link IllegalArgumentException} if they do not fill the shape. */
  public static WeightTensor of(float[] values, int... shape) {
    return owning(values.clone(), shape);
  }

  /** Copies int64 values. Throws {@link IllegalArgumentException} if they do not fill the shape. */
  public static WeightTensor of(long[] values, int... shape) {
    return owning(values.clone(), shape);
  }

  /** Takes {@code values} over without a copy: the caller must not keep them. */
  public static WeightTensor owning(float[] values, int... shape) {
    return new WeightTensor(shape, true, values, new long[0]);
  }

  /** Takes {@code values} over without a copy: the caller must not keep them. */
  public static WeightTensor owning(long[] values, int... shape) {
    return new WeightTensor(shape, false, new float[0], values);
  }

  /** Lengths of the axes; empty for a scalar. */
  public int[] shape() {
    return shape.clone();
  }

  /** Number of axes. */
  public int rank() {
    return shape.length;
  }

  /** Number of elements. */
  public int size() {
    return isFloat ? floats.length : longs.length;
  }

  /** Whether the elements are float32; otherwise they are int64. */
  public boolean isFloat() {
    return isFloat;
  }

  /** Whether the shape is this. */
  public boolean hasShape(int... wanted) {
    return Arrays.equals(shape, wanted);
  }

  /**
   * The same elements in the shape {@code wanted} if the two differ in axes of length 1 only, as a 1 × 1 convolution and a
   * linear layer do; otherwise this tensor.
   */
  public WeightTensor withoutOnes(int... wanted) {
    boolean same = Arrays.equals(longAxes(shape), longAxes(wanted));
    return same && !hasShape(wanted) && wanted.length > 0
        ? new WeightTensor(wanted, isFloat, floats, longs)
        : this;
  }

  private static int[] longAxes(int... shape) {
    return Arrays.stream(shape).filter(axis -> axis != 1).toArray();
  }

  /** A matrix [m,n] of floats as [n,m]. */
  public WeightTensor transposed() {
    int rows = shape()[0];
    int columns = shape()[1];
    float[] values = floats();
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return owning(turned, columns, rows);
  }

  /** Whether no element is NaN or infinite. */
  public boolean isFinite() {
    return Doubles.areFinite(floats);
  }

  /** Elements as floats, a copy; int64 elements are rounded to the nearest float. */
  public float[] floats() {
    if (isFloat) {
      return floats.clone();
    }
    float[] out = new float[longs.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = longs[i];
    }
    return out;
  }

  /** A read-only view of the float32 elements. Throws {@link IllegalStateException} for int64. */
  public FloatBuffer floatView() {
    if (!isFloat) {
      throw new IllegalStateException("The elements are int64");
    }
    return FloatBuffer.wrap(floats).asReadOnlyBuffer();
  }

  /** A read-only view of the int64 elements. Throws {@link IllegalStateException} for float32. */
  public LongBuffer longView() {
    if (isFloat) {
      throw new IllegalStateException("The elements are float32");
    }
    return LongBuffer.wrap(longs).asReadOnlyBuffer();
  }

  /** Number of elements of a shape. Throws {@link ArithmeticException} above 2³¹ - 1. */
  static int elements(int... shape) {
    if (Arrays.stream(shape).anyMatch(axis -> axis == 0)) {
      return 0;
    }
    int n = 1;
    for (int axis : shape) {
      n = Math.multiplyExact(n, axis);
    }
    return n;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeightTensor that
        && Arrays.equals(shape, that.shape)
        && isFloat == that.isFloat
        && Arrays.equals(floats, that.floats)
        && Arrays.equals(longs, that.longs);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(shape) + Arrays.hashCode(floats)) + Arrays.hashCode(longs);
  }

  @Override
  public String toString() {
    return (isFloat() ? "float32" : "int64") + Arrays.toString(shape);
  }
}
