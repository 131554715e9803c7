package eifexplorer.embedding;

import eifexplorer.array.Npy;
import eifexplorer.array.NpyHeader;
import eifexplorer.array.NpyHeader.ElementType;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Features in a {@code .npy} file of float32 [n,F], mapped into memory: opening costs nothing and the heap stays free.
 *
 * <p>The mapping lasts until the object is collected; some systems refuse to delete the file before.
 */
public final class MappedFeatures implements FeatureMatrix {
  /** A mapping holds at most 2³¹ bytes, so a larger file is mapped in several of whole rows. */
  private static final long SEGMENT_BYTES = 1L << 30;

  private final FloatBuffer[] segments;
  private final int rowsPerSegment;
  private final int rows;
  private final int columns;
  private final @Nullable Path file;

  /** Takes over segments of so many rows each. */
  MappedFeatures(FloatBuffer[] segments, int rowsPerSegment, int rows, int columns) {
    this(segments, rowsPerSegment, rows, columns, null);
  }

  private MappedFeatures(
      FloatBuffer[] segments, int rowsPerSegment, int rows, int columns, @Nullable Path file) {
    this.file = file;
    this.segments = segments;
    this.rowsPerSegment = rowsPerSegment;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Maps a file.
   *
   * @throws ProblemException if it is missing, cut short, empty, or anything but float32 with two axes
   */
  public static MappedFeatures open(Path file) {
    return open(file, SEGMENT_BYTES);
  }

  static MappedFeatures open(Path file, long segmentBytes) {
    NpyHeader header = header(file);
    if (header.type() != ElementType.FLOAT32) {
      throw ProblemException.inFile(
          file,
          "The features are of type " + header.type().code() + " where float32 (f4) is needed",
          "Save them with astype(numpy.float32).");
    }
    int columns = (int) header.shape()[1];
    int rowsPerSegment = (int) Math.max(1, segmentBytes / (4L * columns));
    try (FileChannel channel = FileChannel.open(RegularFile.of(file))) {
      if (channel.size() < header.dataOffset() + header.byteSize()) {
        throw ProblemException.inFile(file, "The features are cut short", "Compute them again.");
      }
      FloatBuffer[] segments = map(channel, header, rowsPerSegment);
      return new MappedFeatures(
          segments, rowsPerSegment, (int) header.shape()[0], columns, file.toAbsolutePath());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The header of a feature file. Throws {@link ProblemException} if its shape is not [n,F] with n, F at least 1. */
  static NpyHeader header(Path file) {
    try (InputStream in = RegularFile.in(file)) {
      NpyHeader header = Npy.readHeader(in, file.toString());
      requireShape(header, file.toString());
      if (header.columnMajor()) {
        throw ProblemException.inFile(
            file, "The features lie in Fortran's order", "Save numpy.ascontiguousarray of them.");
      }
      return header;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Throws {@link ProblemException} if the shape is not [n,F] with n, F at least 1 and a row below 1 GiB. */
  static void requireShape(NpyHeader header, String where) {
    long[] shape = header.shape();
    boolean fits =
        shape.length == 2
            && shape[0] >= 1
            && shape[0] <= Integer.MAX_VALUE
            && shape[1] >= 1
            && shape[1] <= SEGMENT_BYTES / 4;
    if (!fits) {
      throw new ProblemException(
          "The features have shape " + Arrays.toString(shape) + " where [n, F] is needed",
          where,
          "Save one row a sample.");
    }
  }

  private static FloatBuffer[] map(FileChannel channel, NpyHeader header, int rowsPerSegment)
      throws IOException {
    long rows = header.shape()[0];
    long rowBytes = header.shape()[1] * 4;
    int count = (int) ((rows + rowsPerSegment - 1) / rowsPerSegment);
    FloatBuffer[] segments = new FloatBuffer[count];
    for (int i = 0; i < count; i++) {
      long first = (long) i * rowsPerSegment;
      long length = Math.min(rowsPerSegment, rows - first) * rowBytes;
      long position = header.dataOffset() + first * rowBytes;
      segments[i] =
          channel.map(MapMode.READ_ONLY, position, length).order(header.order()).asFloatBuffer();
    }
    return segments;
  }

  private static ProblemException unreadable(Path file, IOException cause) {
    return new ProblemException(
        "The features can't be read", file.toString(), "Check that the file exists.", cause);
  }

  /** The file that is mapped, if it is one. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    int row = from;
    while (row < to) {
      int segment = row / rowsPerSegment;
      int end = (int) Math.min(to, (segment + 1L) * rowsPerSegment);
      int start = (row - segment * rowsPerSegment) * columns;
      // Positions are given with each call: buffers have no state that threads could share.
      segments[segment].get(start, target, offset + (row - from) * columns, (end - row) * columns);
      row = end;
    }
  }
}
