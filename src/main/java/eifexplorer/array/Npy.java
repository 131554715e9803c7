package eifexplorer.array;

import eifexplorer.array.NpyHeader.ElementType;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/** Reads and writes {@code .npy} arrays. */
public final class Npy {
  private static final int CHUNK = 1 << 16;

  private Npy() {}

  /** Reads a whole array. Throws {@link ProblemException} if the file is broken or too large for memory. */
  public static NdArray read(Path file) {
    try (InputStream in = RegularFile.in(file)) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw new ProblemException(
          "The array can't be read", file.toString(), "Check that it exists.", e);
    }
  }

  /**
   * Reads an array from a stream; memory is taken as the bytes arrive, not as the header claims.
   *
   * @throws ProblemException if the array is broken, or needs more than half the memory
   */
  public static NdArray read(InputStream in, String name) throws IOException {
    NpyHeader header = readHeader(in, name);
    requireFits(header.byteSize(), name);
    byte[] data = in.readNBytes((int) header.byteSize());
    return header.columnMajor() && data.length == header.byteSize()
        ? new NdArray(name, header.inRows(), ByteBuffer.wrap(ColumnMajor.toRows(data, header)))
        : new NdArray(name, header, ByteBuffer.wrap(data));
  }

  /** Throws {@link ProblemException} if an array of so many bytes is more than half of what the program may use. */
  public static void requireFits(long bytes, String name) {
    long limit = Math.min(Integer.MAX_VALUE - 16L, Runtime.getRuntime().maxMemory() / 2);
    if (bytes > limit) {
      throw new ProblemException(
          "The array holds " + bytes + " bytes, more than the " + limit + " that are read at once",
          name,
          "Start the program with more memory (-Xmx).");
    }
  }

  /** Reads the header only; the stream then stands at the first element. */
  public static NpyHeader readHeader(InputStream in, String name) throws IOException {
    byte[] prefix = in.readNBytes(12);
    int version = prefix.length > 6 ? prefix[6] : 1;
    int wanted = NpyHeader.headerLength(prefix, name) + (version == 1 ? 10 : 12) - 12;
    byte[] rest = in.readNBytes(Math.max(0, wanted));
    byte[] all = new byte[12 + rest.length];
    System.arraycopy(prefix, 0, all, 0, 12);
    System.arraycopy(rest, 0, all, 12, rest.length);
    return NpyHeader.parse(all, name);
  }

  /** Writes floats as little-endian float32. */
  public static void write(OutputStream out, float[] values, long... shape) throws IOException {
    out.write(NpyHeader.encode(ElementType.FLOAT32, shape));
    writeElements(out, values);
  }

  /** Writes floats as little-endian float32, without a header. */
  static void writeElements(OutputStream out, float[] values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      if (!buffer.hasRemaining()) {
        flush(buffer, out);
      }
      buffer.putFloat(value);
    }
    flush(buffer, out);
  }

  /** Writes doubles as little-endian float64. */
  public static void write(OutputStream out, double[] values, long... shape) throws IOException {
    out.write(NpyHeader.encode(ElementType.FLOAT64, shape));
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      if (!buffer.hasRemaining()) {
        flush(buffer, out);
      }
      buffer.putDouble(value);
    }
    flush(buffer, out);
  }

  /** Writes whole numbers as little-endian int64. */
  public static void write(OutputStream out, long[] values, long... shape) throws IOException {
    out.write(NpyHeader.encode(ElementType.INT64, shape));
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      if (!buffer.hasRemaining()) {
        flush(buffer, out);
      }
      buffer.putLong(value);
    }
    flush(buffer, out);
  }

  /** Writes strings as little-endian UTF-32, all as long as the longest. */
  public static void write(OutputStream out, List<String> values) throws IOException {
    int length = 1;
    for (String value : values) {
      length = Math.max(length, value.codePointCount(0, value.length()));
    }
    out.write(NpyHeader.encode(ElementType.UNICODE, values.size(), length));
    for (String value : values) {
      ByteBuffer buffer = ByteBuffer.allocate(length * 4).order(ByteOrder.LITTLE_ENDIAN);
      value.codePoints().forEach(buffer::putInt);
      out.write(buffer.array());
    }
  }

  /** The bytes of a float32 array as {@code numpy.save} writes it. */
  public static byte[] toBytes(float[] values, long... shape) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      write(out, values, shape);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
  }

  @SuppressWarnings("ByteBufferBackingArray") // allocated on the heap by this class
  private static void flush(ByteBuffer buffer, OutputStream out) throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
