package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Rows [n,E] that are computed piece by piece and kept while they are used: on the heap if they take no more than a share of
 * it, else in a temporary file that is mapped into memory. The same values either way. Pieces may be put from any thread.
 */
final class KeptRows {
  /** What a matrix may take of the heap. */
  private static final int HEAP_SHARES = 4;

  private static final long SEGMENT_BYTES = 1L << 30;

  private final int rows;
  private final int columns;
  private final float @Nullable [] heap;
  private final FloatBuffer[] segments;
  private final int rowsPerSegment;

  /** Room for n rows. Throws {@link ProblemException} if they fit neither the heap's share nor the disk. */
  KeptRows(int rows, int columns) {
    this(rows, columns, Runtime.getRuntime().maxMemory() / HEAP_SHARES, SEGMENT_BYTES);
  }

  /**
   * As the other one.
   *
   * @param mostBytes on the heap
   * @param segmentBytes mapped at once
   */
  KeptRows(int rows, int columns, long mostBytes, long segmentBytes) {
    long bytes = 4L * rows * columns;
    boolean inHeap = bytes <= mostBytes && bytes / 4 < Integer.MAX_VALUE - 8;
    this.rows = rows;
    this.columns = columns;
    this.heap = inHeap ? new float[rows * columns] : null;
    this.rowsPerSegment = (int) Math.min(rows, Math.max(1, segmentBytes / (4L * columns)));
    this.segments = inHeap ? new FloatBuffer[0] : map(bytes);
  }

  private FloatBuffer[] map(long bytes) {
    try {
      Path file = Files.createTempFile("eif-explorer-", ".rows");
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        requireSpace(file, bytes);
        return map(channel);
      } finally {
        forget(file);
      }
    } catch (IOException e) {
      throw new ProblemException(
          "A temporary file of " + bytes + " bytes can't be written",
          System.getProperty("java.io.tmpdir"),
          "Check the folder, or give the program more memory with -Xmx.",
          e);
    }
  }

  private FloatBuffer[] map(FileChannel channel) throws IOException {
    FloatBuffer[] mapped = new FloatBuffer[(rows + rowsPerSegment - 1) / rowsPerSegment];
    for (int s = 0; s < mapped.length; s++) {
      long first = (long) s * rowsPerSegment;
      long length = Math.min(rowsPerSegment, rows - first) * 4L * columns;
      mapped[s] =
          channel
              .map(MapMode.READ_WRITE, first * 4L * columns, length)
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
    }
    return mapped;
  }

  /** Written through a mapping a full disk would end the program, not fail: so it is asked before. */
  private static void requireSpace(Path file, long bytes) throws IOException {
    long free = Files.getFileStore(file).getUsableSpace();
    if (bytes > free - free / 16) {
      throw new ProblemException(
          "A temporary file needs " + bytes + " bytes and the disk has " + free,
          file.toString(),
          "Free some space, or give the program more memory with -Xmx.");
    }
  }

  /** Where a file can be deleted while it is mapped, nothing is left of it whatever happens. */
  private static void forget(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  /** Puts whole rows, from row {@code from} on. */
  void put(int from, float[] values) {
    if (heap != null) {
      System.arraycopy(values, 0, heap, from * columns, values.length);
      return;
    }
    int end = from + values.length / columns;
    int row = from;
    while (row < end) {
      int segment = row / rowsPerSegment;
      int next = (int) Math.min(end, (segment + 1L) * rowsPerSegment);
      int start = (row - segment * rowsPerSegment) * columns;
      segments[segment].put(start, values, (row - from) * columns, (next - row) * columns);
      row = next;
    }
  }

  /** The rows; nothing must be put any more. */
  FeatureMatrix matrix() {
    return heap == null
        ? new MappedFeatures(segments, rowsPerSegment, rows, columns)
        : new HeapFeatures(heap, rows, columns);
  }
}
