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
