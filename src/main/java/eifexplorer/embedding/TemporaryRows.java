package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Room for n rows that do not fit the heap: a temporary file, all zeros at first, that is mapped into memory in segments of
 * whole rows and gone with the program. Different rows may be written and read from any thread.
 */
final class TemporaryRows {
  /** What matrices and tables may take of the heap before they are put here: one of so many parts each. */
  private static final int HEAP_SHARES = 4;

  /** What is usually mapped at once. */
  static final long SEGMENT_BYTES = 1L << 30;

  private final int rows;
  private final long rowBytes;
  private final int rowsPerSegment;
  private final ByteBuffer[] segments;

  /**
   * Makes and maps the file.
   *
   * @param segmentBytes mapped at once
   * @throws ProblemException if it does not fit the disk, or can't be written
   */
  TemporaryRows(int rows, long rowBytes, long segmentBytes) {
    this.rows = rows;
    this.rowBytes = rowBytes;
    this.rowsPerSegment = (int) Math.min(rows, Math.max(1, segmentBytes / rowBytes));
    this.segments = map(rows * rowBytes);
  }

  /** How many bytes one thing may take of the heap. */
  static long mostHeapBytes() {
    return Runtime.getRuntime().maxMemory() / HEAP_SHARES;
  }

  /** Rows of every segment but the last. */
  int rowsPerSegment() {
    return rowsPerSegment;
  }

  /** The bytes of all rows, in the machine's order; positions are not to be moved. */
  ByteBuffer[] segments() {
    return segments;
  }

  private ByteBuffer[] map(long bytes) {
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

  private ByteBuffer[] map(FileChannel channel) throws IOException {
    ByteBuffer[] mapped = new ByteBuffer[(rows + rowsPerSegment - 1) / rowsPerSegment];
    for (int s = 0; s < mapped.length; s++) {
      long first = (long) s * rowsPerSegment;
      long length = Math.min(rowsPerSegment, rows - first) * rowBytes;
      mapped[s] =
          channel.map(MapMode.READ_WRITE, first * rowBytes, length).order(ByteOrder.nativeOrder());
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
}
