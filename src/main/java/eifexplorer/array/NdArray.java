package eifexplorer.array;

import eifexplorer.array.NpyHeader.ElementType;
import eifexplorer.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    if (this.data.remaining() < header.byteSize()) {
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
    long length = header.shape()[i];
    if (length > Integer.MAX_VALUE) {
      throw new ProblemException("Axis " + i + " is too long: " + length, name, "");
    }
    return (int) length;
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

  /** Throws {@link ProblemException} unless it is one line of elements, perhaps kept as {@code [1,n]} or {@code [n,1]}. */
  public NdArray requireLine() {
    long[] shape = header.shape();
    boolean line = shape.length == 2 && (shape[0] == 1 || shape[1] == 1);
    return line ? this : requireShape(-1);
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

  /**
   * Elements as strings, row major, without the zeros they are padded with.
   *
   * @throws ProblemException if the array holds no text
   */
  public List<String> strings() {
    if (!type().isText()) {
      throw new ProblemException("The array holds numbers where text is needed", name, "");
    }
    int length = axis(header.shape().length - 1);
    int count = length == 0 ? 0 : (int) (header.size() / length);
    List<String> out = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      out.add(type() == ElementType.UNICODE ? unicode(i, length) : bytes(i, length));
    }
    return out;
  }

  private String unicode(int i, int length) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < length; k++) {
      int codePoint = data.getInt((i * length + k) * 4);
      text.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : 0xfffd);
    }
    return unpadded(text.toString());
  }

  private String bytes(int i, int length) {
    byte[] text = new byte[length];
    data.get(i * length, text);
    return unpadded(new String(text, StandardCharsets.UTF_8));
  }

  private static String unpadded(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private double element(int i) {
    if (type().isText()) {
      throw new ProblemException("The array holds text where numbers are needed", name, "");
    }
    return type().numberAt(data, i);
  }
}
