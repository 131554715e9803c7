package eifexplorer.array;

import eifexplorer.array.NpyHeader.ElementType;
import eifexplorer.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes {@code .npy} arrays. */
public final class Npy {
  private static final int CHUNK = 1 << 16;

  private Npy() {}

  /** Reads a whole array. Throws {@link ProblemException} if the file is broken or too large for memory. */
  public static NdArray read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw new ProblemException(
          "The array can't be read", file.toString(), "Check that it exists.", e);
    }
  }

  /** Reads an array from a stream; memory is taken as the bytes arrive, not as the header claims. */
  public static NdArray read(InputStream in, String name) throws IOException {
    NpyHeader header = readHeader(in, name);
    long bytes = Math.multiplyExact(header.size(), (long) header.type().bytes());
    if (bytes > Integer.MAX_VALUE - 16) {
      throw new ProblemException(
          "The array holds " + bytes + " bytes, more than can be read at once", name, "");
    }
    byte[] data = in.readNBytes((int) bytes);
    return new NdArray(name, header, ByteBuffer.wrap(data));
  }

  /** Reads the header only; the stream then stands at the first element. */
  public static NpyHeader readHeader(InputStream in, String name) throws IOException {
    byte[] prefix = in.readNBytes(12);
    int version = prefix.length > 6 ? prefix[6] : 1;
    int wanted = NpyHeader.headerLength(prefix, name) + (version == 1 ? 10 : 12) - 12;
    byte[] rest = in.readNBytes(wanted);
    byte[] all = new byte[12 + rest.length];
    System.arraycopy(prefix, 0, all, 0, 12);
    System.arraycopy(rest, 0, all, 12, rest.length);
    return NpyHeader.parse(all, name);
  }

  /** Writes floats as little-endian float32. */
  public static void write(OutputStream out, float[] values, long... shape) throws IOException {
    out.write(NpyHeader.encode(ElementType.FLOAT32, shape));
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

  /** The bytes of a float32 array as {@code numpy.save} writes it. */
  public static byte[] toBytes(float[] values, long... shape) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      write(out, values, shape);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
  }

  private static void flush(ByteBuffer buffer, OutputStream out) throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
