package eifexplorer.embedding;

import eifexplorer.array.NpyHeader;
import eifexplorer.array.NpyHeader.ElementType;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Writes features [n,F] batch by batch into a {@code .npy} file, and goes on where it was stopped or killed.
 *
 * <p>Rows go to {@code <name>.part}. Every few seconds they are forced to disk and their count is noted in {@code
 * <name>.part.rows}; the next writer of the same shape keeps that many rows and drops what came after. {@link #finish}
 * gives the file its name. Not safe for use from several threads; a second writer of the same file is refused.
 */
public final class FeatureWriter implements AutoCloseable {
  private static final int LONGEST_NUMBER = 16;
  private static final long CHECKPOINT_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Path target;
  private final Path part;
  private final Path sidecar;
  private final int rows;
  private final int columns;
  private final byte[] header;
  private final FileChannel channel;
  private int completed;
  private int noted;
  private long lastCheckpoint = System.nanoTime();

  private FeatureWriter(Path target, int rows, int columns, boolean resume) throws IOException {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.sidecar = target.resolveSibling(target.getFileName() + ".part.rows");
    this.rows = rows;
    this.columns = columns;
    this.header = NpyHeader.encode(ElementType.FLOAT32, rows, columns);
    Files.createDirectories(target.toAbsolutePath().getParent());
    this.channel =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean ready = false;
    try {
      lock();
      completed = resume ? keptRows() : 0;
      requireSpace();
      begin();
      ready = true;
    } finally {
      if (!ready) {
        channel.close();
      }
    }
  }

  /**
   * Starts a file, or goes on with one of the same shape that was left unfinished.
   *
   * @param target the {@code .npy} file, replaced on {@link #finish}
   * @param rows n, at least 1
   * @param columns F, at least 1
   * @throws ProblemException if it can't be written, is being written by someone else or the disk is too full
   */
  public static FeatureWriter open(Path target, int rows, int columns) {
    return open(target, rows, columns, true);
  }

  /** Starts a file anew, whatever was left unfinished; see {@link #open}. */
  public static FeatureWriter restart(Path target, int rows, int columns) {
    return open(target, rows, columns, false);
  }

  private static FeatureWriter open(Path target, int rows, int columns, boolean resume) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(rows + " x " + columns + " features");
    }
    try {
      return new FeatureWriter(target, rows, columns, resume);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** Rows written so far, those of an earlier run included: the next row to append. */
  public int completedRows() {
    return completed;
  }

  /**
   * Appends the first {@code count} rows of {@code values} [count,F].
   *
   * @throws ProblemException if a value is not finite, or the disk is full
   * @throws IllegalArgumentException if there are more rows than announced
   */
  public void append(float[] values, int count) {
    if (count > rows - completed) {
      throw new IllegalArgumentException(completed + " + " + count + " rows of " + rows);
    }
    Finite.requireRows(target.toString(), values, count, columns, completed);
    try {
      int step = FeatureFile.blockRows(columns);
      for (int row = 0; row < count; row += step) {
        writeRows(values, row, Math.min(step, count - row));
      }
      completed += count;
      if (System.nanoTime() - lastCheckpoint > CHECKPOINT_NANOS) {
        checkpoint();
      }
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** Forces what is written to disk and notes it; done by itself every few seconds and on closing. */
  void checkpoint() throws IOException {
    channel.force(false);
    // Fewer bytes than a disk sector, so it is the old count or the new one; anything else reads as
    // none.
    String count = String.format(Locale.ROOT, "%10d%n", completed);
    try (FileChannel note =
        FileChannel.open(sidecar, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      note.write(ByteBuffer.wrap(count.getBytes(StandardCharsets.US_ASCII)), 0);
      note.force(false);
    }
    noted = completed;
    lastCheckpoint = System.nanoTime();
  }

  /**
   * Gives the file its name and opens it.
   *
   * @throws IllegalStateException if rows are missing
   */
  public FeatureMatrix finish() {
    if (completed < rows) {
      throw new IllegalStateException(completed + " rows of " + rows);
    }
    try {
      channel.force(true);
      channel.close();
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(sidecar);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
    return MappedFeatures.open(target);
  }

  /** Keeps what is written for the next writer; nothing more to do after {@link #finish}. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      if (completed > noted) {
        checkpoint();
      }
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private void lock() throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw ProblemException.inFile(
          target, "The features are being computed elsewhere", "Wait for the other program.");
    }
  }

  private void requireSpace() throws IOException {
    long needed = header.length + 4L * columns * rows - channel.size();
    long free = Files.getFileStore(target.toAbsolutePath().getParent()).getUsableSpace();
    if (needed > free) {
      throw ProblemException.inFile(
          target,
          "The features need " + needed + " bytes and the disk has " + free,
          "Free some space or choose another folder.");
    }
  }

  private int keptRows() throws IOException {
    byte[] start = new byte[header.length];
    ByteBuffer buffer = ByteBuffer.wrap(start);
    int read;
    do {
      read = channel.read(buffer, buffer.position());
    } while (buffer.hasRemaining() && read > 0);
    if (!Arrays.equals(start, header) || !Files.exists(sidecar)) {
      return 0;
    }
    long present = (channel.size() - header.length) / (4L * columns);
    return (int) Math.min(Math.min(rows, present), notedRows());
  }

  private int notedRows() throws IOException {
    try (InputStream in = RegularFile.in(sidecar)) {
      String text = new String(in.readNBytes(LONGEST_NUMBER), StandardCharsets.ISO_8859_1).strip();
      return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
  }

  private void begin() throws IOException {
    noted = completed;
    if (completed == 0) {
      Files.deleteIfExists(sidecar);
      channel.truncate(0);
      writeFully(ByteBuffer.wrap(header));
    }
    channel.truncate(header.length + 4L * columns * completed);
    channel.position(channel.size());
  }

  private void writeRows(float[] values, int row, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count * columns * 4).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values, row * columns, count * columns);
    writeFully(buffer);
  }

  private void writeFully(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static ProblemException unwritable(Path target, IOException cause) {
    return new ProblemException(
        "The features can't be written",
        target.toString(),
        "Check the free space and the folder's permissions.",
        cause);
  }
}
