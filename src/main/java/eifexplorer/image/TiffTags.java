package eifexplorer.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;

/** The first directory of TIFF-structured data: of a TIFF file, or of the EXIF data in another picture (TIFF 6.0). */
final class TiffTags {
  /** How the camera was held. */
  static final int ORIENTATION = 0x0112;

  /** What the samples mean. */
  static final int PHOTOMETRIC = 0x0106;

  /** Samples a pixel. */
  static final int SAMPLES = 0x0115;

  /** What the samples beyond the colours are; 1 for an alpha the colours were multiplied with. */
  static final int EXTRA_SAMPLES = 0x0152;

  /** Bits a sample. */
  static final int BITS = 0x0102;

  /** What was done to samples before they were packed. */
  static final int PREDICTOR = 0x013d;

  /** Whether samples are whole numbers, signed ones or decimals. */
  static final int SAMPLE_FORMAT = 0x0153;

  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int BIG_ENDIAN = 0x4D4D;
  private static final int ENTRY_BYTES = 12;
  private static final int SHORT = 3;
  private static final int MAGIC = 42;

  private final ByteBuffer tiff;

  private TiffTags(ByteBuffer tiff) {
    this.tiff = tiff;
  }

  /** The tags in the data from {@code offset} on; empty if these do not start like TIFF. */
  static Optional<TiffTags> in(byte[] data, int offset) {
    if (offset < 0 || offset + 8 > data.length) {
      return Optional.empty();
    }
    ByteBuffer tiff = ByteBuffer.wrap(data, offset, data.length - offset).slice();
    int order = tiff.getShort(0);
    if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
      return Optional.empty();
    }
    tiff.order(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return tiff.getShort(2) == MAGIC ? Optional.of(new TiffTags(tiff)) : Optional.empty();
  }

  /** A tag's first value if it is a short or long number kept in the directory itself; empty if there is none. */
  OptionalInt value(int tag) {
    OptionalInt at = entry(tag);
    if (at.isEmpty()) {
      return at;
    }
    int value = at.getAsInt() + 8;
    boolean isShort = isShort(at.getAsInt());
    if (Integer.compareUnsigned(tiff.getInt(at.getAsInt() + 4), isShort ? 2 : 1) > 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(isShort ? tiff.getShort(value) & 0xffff : tiff.getInt(value));
  }

  /** A tag's first value if it is a short or long number, wherever it is kept; empty if there is none. */
  OptionalInt first(int tag) {
    OptionalInt at = entry(tag);
    if (at.isEmpty()) {
      return at;
    }
    int place = values(at.getAsInt());
    boolean isShort = isShort(at.getAsInt());
    return place < 0 || place > tiff.capacity() - (isShort ? 2 : 4)
        ? OptionalInt.empty()
        : OptionalInt.of(isShort ? tiff.getShort(place) & 0xffff : tiff.getInt(place));
  }

  /** Where the values of an entry are: in it, or at the place that it names. */
  private int values(int at) {
    long bytes = (tiff.getInt(at + 4) & 0xffffffffL) * (isShort(at) ? 2 : 4);
    return bytes > 4 ? tiff.getInt(at + 8) : at + 8;
  }

  /** Writes a value over all of a tag's, into the data it was read from. */
  void overwriteAll(int tag, int value) {
    entry(tag)
        .ifPresent(
            at -> {
              int place = values(at);
              int size = isShort(at) ? 2 : 4;
              long count = tiff.getInt(at + 4) & 0xffffffffL;
              for (long i = 0; i < count && place >= 0 && place <= tiff.capacity() - size; i++) {
                if (size == 2) {
                  tiff.putShort(place, (short) value);
                } else {
                  tiff.putInt(place, value);
                }
                place += size;
              }
            });
  }

  /** Writes another value over a tag's, into the data it was read from; nothing happens if it is not there. */
  void overwrite(int tag, int value) {
    entry(tag)
        .ifPresent(
            at -> {
              if (isShort(at)) {
                tiff.putShort(at + 8, (short) value);
              } else {
                tiff.putInt(at + 8, value);
              }
            });
  }

  private boolean isShort(int at) {
    return tiff.getShort(at + 2) == SHORT;
  }

  private OptionalInt entry(int tag) {
    try {
      int directory = tiff.getInt(4);
      int entries = tiff.getShort(directory) & 0xffff;
      for (int i = 0; i < entries; i++) {
        int at = directory + 2 + i * ENTRY_BYTES;
        tiff.getInt(at + 8);
        if ((tiff.getShort(at) & 0xffff) == tag) {
          return OptionalInt.of(at);
        }
      }
      return OptionalInt.empty();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return OptionalInt.empty();
    }
  }
}
