package eifexplorer.array;

import eifexplorer.array.NpyHeader.ElementType;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/** A {@code .npy} array opened to be read in pieces, for arrays that should not be held twice or not at all. */
public final class NpyReader implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final String name;
  private final NpyHeader header;
  private final byte[] bytes = new byte[CHUNK];
  private final ByteBuffer chunk;

  /** Reads the header; the stream is closed with the reader. */
  NpyReader(InputStream in, String name) throws IOException {
    this.name = name;
    NpyHeader found = headerOrClose(in, name);
    this.in = found.columnMajor() ? inRows(in, found, name) : in;
    this.header = found.inRows();
    this.chunk = ByteBuffer.wrap(bytes).order(header.order());
  }

  /** Opens a file. Throws {@link ProblemException} if it is missing or no numeric array. */
  public static NpyReader open(Path file) {
    try {
      return new NpyReader(new BufferedInputStream(RegularFile.in(file), CHUNK), file.toString());
    } catch (IOException e) {
      throw new ProblemException(
          "The array can't be read", file.toString(), "Check that it exists.", e);
    }
  }

  /** Shape and type. */
  public NpyHeader header() {
    return header;
  }

  /**
   * The next {@code count} elements as floats, row major, into {@code target} from {@code offset} on.
   *
   * @throws ProblemException if the array ends before, or holds text
   */
  public void read(float[] target, int offset, int count) {
    ElementType type = header.type();
    if (type.isText()) {
      throw new ProblemException("The array holds text where numbers are needed", name, "");
    }
    int perChunk = CHUNK / type.bytes();
    for (int done = 0; done < count; done += perChunk) {
      int n = Math.min(perChunk, count - done);
      fill(n * type.bytes());
      convert(type, target, offset + done, n);
    }
  }

  private void convert(ElementType type, float[] target, int offset, int n) {
    if (type == ElementType.FLOAT32) {
      FloatBuffer floats = chunk.asFloatBuffer();
      floats.get(0, target, offset, n);
      return;
    }
    for (int i = 0; i < n; i++) {
      target[offset + i] = (float) type.numberAt(chunk, i);
    }
  }

  private void fill(int count) {
    try {
      if (in.readNBytes(bytes, 0, count) < count) {
        throw new ProblemException("The array is cut short", name, "Save it again.");
      }
    } catch (IOException e) {
      throw new ProblemException("The array can't be read", name, "Save it again.", e);
    }
  }

  /** An array in Fortran's order is read whole. */
  private static InputStream inRows(InputStream in, NpyHeader header, String name)
      throws IOException {
    try (in) {
      Npy.requireFits(2 * header.byteSize(), name);
      byte[] data = in.readNBytes((int) header.byteSize());
      if (data.length < header.byteSize()) {
        throw new ProblemException("The array is cut short", name, "Save it again.");
      }
      return new ByteArrayInputStream(ColumnMajor.toRows(data, header));
    }
  }

  private static NpyHeader headerOrClose(InputStream in, String name) throws IOException {
    boolean read = false;
    try {
      NpyHeader header = Npy.readHeader(in, name);
      read = true;
      return header;
    } finally {
      if (!read) {
        in.close();
      }
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new ProblemException("The array can't be closed", name, "", e);
    }
  }
}
