package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows [n,E] that are computed piece by piece and kept while they are used: on the heap if they take no more than a share of
 * it, else in {@link TemporaryRows}. The same values either way. Pieces may be put from any thread.
 */
final class KeptRows {
  private final int rows;
  private final int columns;
  private final float @Nullable [] heap;
  private final FloatBuffer[] segments;
  private final int rowsPerSegment;

  /** Room for n rows. Throws {@link ProblemException} if they fit neither the heap's share nor the disk. */
  KeptRows(int rows, int columns) {
    this(rows, columns, TemporaryRows.mostHeapBytes(), TemporaryRows.SEGMENT_BYTES);
  }

  /**
   * As the other one.
   *
   * @param mostBytes on the heap
   * @param segmentBytes mapped at once
   */
  KeptRows(int rows, int columns, long mostBytes, long segmentBytes) {
    long bytes = 4L * rows * columns;
    this.rows = rows;
    this.columns = columns;
    if (bytes <= mostBytes && bytes / 4 < Integer.MAX_VALUE - 8) {
      this.heap = new float[rows * columns];
      this.segments = new FloatBuffer[0];
      this.rowsPerSegment = rows;
    } else {
      TemporaryRows file = new TemporaryRows(rows, 4L * columns, segmentBytes);
      this.heap = null;
      this.segments =
          Arrays.stream(file.segments()).map(ByteBuffer::asFloatBuffer).toArray(FloatBuffer[]::new);
      this.rowsPerSegment = file.rowsPerSegment();
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
