package eifexplorer.review.copies;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What comparing two pictures gave, in a file beside the {@link SignatureFile} that only grows, so that a search that was
 * stopped or killed does not compare them again. Pictures are known by the signature file's keys. For one thread at a time;
 * reading {@link #get} is safe from several while nothing is added.
 */
final class ComparedPairs implements AutoCloseable {
  private static final int CHECKED = 2 * Long.BYTES + 2 + Double.BYTES;
  private static final int RECORD = CHECKED + Integer.BYTES;
  private static final int NO_COPY = -1;

  /** Counts up when kinds change or other copies are found. */
  private static final String GENERATION = "1";

  private static final List<CopyKind> KINDS = List.of(CopyKind.values());

  private final Map<Pictures, Result> results = new HashMap<>();
  private @Nullable FileChannel channel;

  /**
   * Two pictures as they were compared.
   *
   * @param first key of one
   * @param second key of the other
   * @param parts whether one might have been a part of the other
   */
  record Pictures(long first, long second, boolean parts) {}

  /**
   * What came of it.
   *
   * @param kind how they are copies; empty if they are none
   * @param likeness 0..1; 0 if they are none
   */
  record Result(Optional<CopyKind> kind, double likeness) {
    static final Result NO_COPIES = new Result(Optional.empty(), 0);
  }

  /** Opens those kept in a folder; where there is none, or it can't be used, nothing is kept. */
  ComparedPairs(Optional<Path> folder) {
    try {
      if (folder.isPresent()) {
        channel =
            FileChannel.open(
                folder.get().resolve("compared-" + GENERATION + ".bin"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        read(channel);
      }
    } catch (IOException e) {
      close();
    }
  }

  /** Takes what is whole, and leaves the place behind the last whole record to be written at. */
  private void read(FileChannel from) throws IOException {
    long records = from.size() / RECORD;
    ByteBuffer bytes = ByteBuffer.allocate(RECORD);
    for (long record = 0; record < records; record++) {
      bytes.clear();
      while (bytes.hasRemaining() && from.read(bytes, record * RECORD + bytes.position()) >= 0) {
        // Until the record is there.
      }
      bytes.flip();
      int kind = bytes.get(2 * Long.BYTES + 1);
      if (checksum(bytes) == bytes.getInt(CHECKED) && kind >= NO_COPY && kind < KINDS.size()) {
        results.put(
            new Pictures(
                bytes.getLong(0), bytes.getLong(Long.BYTES), bytes.get(2 * Long.BYTES) == 1),
            new Result(
                kind == NO_COPY ? Optional.empty() : Optional.of(KINDS.get(kind)),
                bytes.getDouble(2 * Long.BYTES + 2)));
      }
    }
    from.position(records * RECORD);
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes.duplicate().position(0).limit(CHECKED));
    return (int) crc.getValue();
  }

  /** What came of two pictures; empty if they were not compared yet. */
  Optional<Result> get(Pictures pictures) {
    return Optional.ofNullable(results.get(pictures));
  }

  /** Keeps what came of some pictures. On a full disk they are compared again another time. */
  void add(List<Pictures> pictures, List<Result> of) {
    ByteBuffer bytes = ByteBuffer.allocate(pictures.size() * RECORD);
    for (int i = 0; i < pictures.size(); i++) {
      Pictures two = pictures.get(i);
      Result result = of.get(i);
      if (results.putIfAbsent(two, result) == null) {
        ByteBuffer record = ByteBuffer.allocate(RECORD);
        record.putLong(two.first()).putLong(two.second()).put((byte) (two.parts() ? 1 : 0));
        record.put((byte) (int) result.kind().map(KINDS::indexOf).orElse(NO_COPY));
        record.putDouble(result.likeness());
        bytes.put(record.putInt(checksum(record)).flip());
      }
    }
    write(bytes.flip());
  }

  private void write(ByteBuffer bytes) {
    try {
      while (channel != null && bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      close();
    }
  }

  @Override
  public void close() {
    FileChannel open = channel;
    channel = null;
    SignatureFile.closeQuietly(open);
  }
}
