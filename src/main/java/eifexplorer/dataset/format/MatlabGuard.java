package eifexplorer.dataset.format;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

/**
 * Checks that the sizes a MATLAB 5 file states are backed by bytes, before a reader allocates them.
 *
 * <p>A file is a header of 128 bytes and data elements, each a tag (type, number of bytes) and its contents; elements may
 * be compressed, arrays contain elements. See MathWorks, "MAT-File Format", chapter 1.
 */
final class MatlabGuard {
  private static final int HEADER = 128;
  private static final int TAG = 8;
  private static final int STRUCTURE = 2;
  private static final int MATRIX = 14;
  private static final int COMPRESSED = 15;
  private static final int INFLATED_LIMIT = 64 << 20;
  private static final int DEPTH_LIMIT = 16;

  private final Path file;

  private MatlabGuard(Path file) {
    this.file = file;
  }

  /** Throws {@link ProblemException} unless every size in the file fits what surrounds it. */
  static void check(byte[] bytes, Path file) {
    MatlabGuard guard = new MatlabGuard(file);
    if (bytes.length < HEADER) {
      throw guard.broken("it is shorter than its header");
    }
    if (new String(bytes, 0, HEADER, StandardCharsets.ISO_8859_1).startsWith("MATLAB 7.3")) {
      throw ProblemException.inFile(
          file,
          "The MATLAB file is saved as version 7.3 (HDF5), which is not read",
          "In MATLAB, load it and save it with -v7.");
    }
    boolean little = bytes[126] == 'I' && bytes[127] == 'M';
    ByteBuffer contents = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER);
    guard.elements(contents.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN), 0);
  }

  private ProblemException broken(String why) {
    return ProblemException.inFile(
        file, "The MATLAB file is broken: " + why, "Get it again, or save it as version 5 or 7.");
  }

  /** A data element: its type and contents. */
  private record Element(int type, ByteBuffer body) {}

  private void elements(ByteBuffer in, int depth) {
    if (depth > DEPTH_LIMIT) {
      throw broken("arrays are nested too deeply");
    }
    while (in.remaining() >= TAG) {
      Element element = next(in);
      if (element.type() == COMPRESSED) {
        elements(inflated(element.body()), depth + 1);
      } else if (element.type() == MATRIX && element.body().hasRemaining()) {
        array(element.body(), depth);
      }
    }
  }

  private Element next(ByteBuffer in) {
    if (in.remaining() < TAG) {
      throw broken("an array is cut short");
    }
    int type = in.getInt();
    int packedSize = type >>> 16;
    int size = packedSize != 0 ? packedSize : in.getInt();
    if (size < 0 || size > (packedSize != 0 ? 4 : in.remaining())) {
      throw broken("an element of " + (size & 0xffffffffL) + " bytes is cut short");
    }
    ByteBuffer body = in.slice(in.position(), size).order(in.order());
    int stride = packedSize != 0 ? 4 : type == COMPRESSED ? size : (size + 7) / 8 * 8;
    in.position(Math.min(in.limit(), in.position() + stride));
    return new Element(type & 0xffff, body);
  }

  /** An array is flags, dimensions, name; a structure's length of field names and field names; the contents. */
  private void array(ByteBuffer in, int depth) {
    ByteBuffer flags = next(in).body();
    ByteBuffer dimensions = next(in).body();
    long count = 1;
    while (dimensions.remaining() >= 4) {
      count = product(count, dimensions.getInt(), in.limit());
    }
    next(in);
    if (flags.remaining() >= 4 && (flags.getInt() & 0xff) == STRUCTURE) {
      ByteBuffer nameLength = next(in).body();
      int length = nameLength.remaining() >= 4 ? nameLength.getInt() : 0;
      product(count, next(in).body().limit() / Math.max(1, length), in.limit());
    }
    elements(in, depth + 1);
  }

  private long product(long count, long factor, int bytes) {
    if (factor < 0 || count * factor > bytes) {
      throw broken("an array has more elements than bytes");
    }
    return count * factor;
  }

  private ByteBuffer inflated(ByteBuffer body) {
    byte[] packed = new byte[body.remaining()];
    body.duplicate().get(packed);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(INFLATED_LIMIT + 1);
      if (bytes.length > INFLATED_LIMIT) {
        throw broken("it unpacks to more than " + (INFLATED_LIMIT >> 20) + " MiB");
      }
      return ByteBuffer.wrap(bytes).order(body.order());
    } catch (IOException e) {
      throw broken("it can't be unpacked (" + Reason.of(e) + ")");
    }
  }
}
