package eifexplorer.review.copies;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of pictures in a file that only grows, so that each picture is read once and a search that was killed goes on
 * where it was; the heap holds no more than where each one stands. A record is found by the picture's path, length and time
 * of change. Safe for use from any thread; one program at a time: see {@link #open}.
 */
public final class SignatureFile implements AutoCloseable {
  private static final int PIXELS = PictureSignature.SIDE * PictureSignature.SIDE;
  private static final int HEAD = Long.BYTES + Double.BYTES;
  private static final int RECORD = HEAD + PIXELS + Long.BYTES;
  private static final String GENERATION = "1";

  private final FileChannel channel;
  private final Map<Long, Long> places = new HashMap<>();
  private final Optional<Path> folder;
  private long records;

  private SignatureFile(FileChannel channel, Optional<Path> folder) throws IOException {
    this.channel = channel;
    this.folder = folder;
    this.records = channel.size() / RECORD;
    ByteBuffer key = ByteBuffer.allocate(Long.BYTES);
    for (long record = 0; record < records; record++) {
      key.clear();
      channel.read(key, record * RECORD);
      places.put(key.getLong(0), record);
    }
  }

  /**
   * Opens the signatures in a folder, which is made if need be. Where another program uses them, or nothing can be written
   * there, they are kept in a file that is forgotten with the search.
   */
  public static SignatureFile open(Optional<Path> folder) {
    return folder.flatMap(SignatureFile::shared).orElseGet(SignatureFile::forgotten);
  }

  private static Optional<SignatureFile> shared(Path folder) {
    FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve("signatures-" + GENERATION + ".bin"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return Optional.of(new SignatureFile(channel, Optional.of(folder)));
      }
    } catch (IOException | OverlappingFileLockException e) {
      // In use, or somebody else's folder: the search needs a little longer.
    }
    closeQuietly(channel);
    return Optional.empty();
  }

  /** Closes what only other programs could miss. */
  static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Nothing was written.
    }
  }

  private static SignatureFile forgotten() {
    try {
      Path file = Files.createTempFile("signatures", ".bin");
      return new SignatureFile(
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE),
          Optional.empty());
    } catch (IOException e) {
      throw new ProblemException(
          "What the pictures look like can't be kept",
          System.getProperty("java.io.tmpdir"),
          "Make room in the folder for temporary files.",
          e);
    }
  }

  /**
   * Where the signature of a picture as it is now stands; read and added if it is not there.
   *
   * @throws ProblemException if the picture can't be read
   */
  public long place(Path picture) {
    long key = key(picture);
    Optional<Long> known = known(key);
    return known.isPresent() ? known.get() : add(key, PictureSignature.of(picture));
  }

  private synchronized Optional<Long> known(long key) {
    return Optional.ofNullable(places.get(key)).filter(place -> read(place).isPresent());
  }

  private synchronized long add(long key, PictureSignature signature) {
    ByteBuffer bytes = ByteBuffer.allocate(RECORD);
    bytes.putLong(key).putDouble(signature.aspect()).put(signature.grey());
    bytes.putLong(checksum(bytes)).flip();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, records * RECORD + bytes.position());
      }
    } catch (IOException e) {
      throw new ProblemException(
          "What a picture looks like can't be kept", "", "Make room on the disk.", e);
    }
    places.put(key, records);
    return records++;
  }

  /** Where signatures are kept; empty if they are forgotten with the search. */
  Optional<Path> folder() {
    return folder;
  }

  /** What the picture is known by whose signature is at a place: its path, length and time of change, hashed. */
  long keyAt(long place) {
    ByteBuffer key = ByteBuffer.allocate(Long.BYTES);
    try {
      channel.read(key, place * RECORD);
    } catch (IOException e) {
      throw new ProblemException("The signatures of pictures can't be read", "", "Try again.", e);
    }
    return key.getLong(0);
  }

  /** The signature at a place that {@link #place} gave. */
  public PictureSignature get(long place) {
    return read(place)
        .orElseThrow(
            () -> new ProblemException("The signatures of pictures are damaged", "", "Try again."));
  }

  private Optional<PictureSignature> read(long place) {
    ByteBuffer bytes = ByteBuffer.allocate(RECORD);
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, place * RECORD + bytes.position()) < 0) {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      throw new ProblemException("The signatures of pictures can't be read", "", "Try again.", e);
    }
    byte[] grey = new byte[PIXELS];
    bytes.get(HEAD, grey);
    bytes.position(RECORD - Long.BYTES);
    return checksum(bytes) == bytes.getLong(RECORD - Long.BYTES)
        ? Optional.of(new PictureSignature(bytes.getDouble(Long.BYTES), grey))
        : Optional.empty();
  }

  private static long checksum(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes.duplicate().position(0).limit(RECORD - Long.BYTES));
    return crc.getValue();
  }

  private static long key(Path picture) {
    try {
      BasicFileAttributes of = Files.readAttributes(picture, BasicFileAttributes.class);
      String digits =
          Fingerprint.builder()
              .add("path", picture.toAbsolutePath().normalize())
              .add("length", of.size())
              .add("changed", of.lastModifiedTime().toInstant())
              .build()
              .digits();
      return Long.parseUnsignedLong(digits, 16);
    } catch (IOException e) {
      throw new ProblemException("The image can't be read", picture.toString(), "", e);
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}
