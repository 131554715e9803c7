package eifexplorer.array;

import eifexplorer.array.NpyHeader.ElementType;
import eifexplorer.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** An array in memory as read from a file: its shape and its elements, converted on request. */
public final class NdArray {
  private final String name;
  private final NpyHeader header;
  private final ByteBuffer data;

  /** Wraps the elements of {@code header}; {@code name} is shown in messages. */
  NdArray(String name, NpyHeader header, ByteBuffer data) {
    this.name = name;
    this.header = header;
    this.data = data.slice().order(header.order());
    if (this.data.remaining() < header.size() * header.type().bytes()) {
      throw new ProblemException("The array is cut short", name, "Save it again.");
    }
  }

  /** Lengths of the axes. */
  public long[] shape() {
    return header.shape().clone();
  }

  /** Length of one axis. Throws {@link ProblemException} if there is no such axis. */
  public int axis(int i) {
    if (i >= header.shape().length) {
      throw new ProblemException(
          "The array has "
              + header.shape().length
              + " axes where at least "
              + (i + 1)
              + " are needed",
          name,
          "");
    }
    return Math.toIntExact(header.shape()[i]);
  }

  /** Throws {@link ProblemException} unless the shape is this; -1 stands for any length. */
  public NdArray requireShape(long... wanted) {
    boolean fits = wanted.length == header.shape().length;
    for (int i = 0; fits && i < wanted.length; i++) {
      fits = wanted[i] < 0 || wanted[i] == header.shape()[i];
    }
    if (!fits) {
      String want = Arrays.toString(wanted).replace("-1", "any");
      throw new ProblemException(
          "The array has shape "
              + Arrays.toString(header.shape())
              + " where "
              + want
              + " is needed",
          name,
          "");
    }
    return this;
  }

  /** Element type on disk. */
  public ElementType type() {
    return header.type();
  }

  /** Elements as floats, row major. */
  public float[] floats() {
    float[] out = new float[Math.toIntExact(header.size())];
    if (type() == ElementType.FLOAT32) {
      data.asFloatBuffer().get(0, out);
      return out;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) element(i);
    }
    return out;
  }

  /** Elements as doubles, row major. */
  public double[] doubles() {
    double[] out = new double[Math.toIntExact(header.size())];
    for (int i = 0; i < out.length; i++) {
      out[i] = element(i);
    }
    return out;
  }

  /** Elements as whole numbers, row major. Throws {@link ProblemException} naming the first that is none. */
  public int[] ints() {
    int[] out = new int[Math.toIntExact(header.size())];
    for (int i = 0; i < out.length; i++) {
      double value = element(i);
      if (value != (int) value) {
        throw new ProblemException(
            "Element " + i + " is " + value + ", not a whole number", name, "");
      }
      out[i] = (int) value;
    }
    return out;
  }

  /** Elements as 64-bit whole numbers, row major; floats are cut. */
  public long[] longs() {
    long[] out = new long[Math.toIntExact(header.size())];
    for (int i = 0; i < out.length; i++) {
      out[i] = type() == ElementType.INT64 ? data.getLong(i * 8) : (long) element(i);
    }
    return out;
  }

  private double element(int i) {
    return switch (type()) {
      case FLOAT16 -> HalfFloat.toFloat(data.getShort(i * 2));
      case FLOAT32 -> data.getFloat(i * 4);
      case FLOAT64 -> data.getDouble(i * 8);
      case INT8 -> data.get(i);
      case INT16 -> data.getShort(i * 2);
      case INT32 -> data.getInt(i * 4);
      case INT64 -> data.getLong(i * 8);
      case UINT8, BOOL -> data.get(i) & 0xff;
    };
  }
}
