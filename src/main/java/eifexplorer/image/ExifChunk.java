package eifexplorer.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The EXIF data of a PNG file (chunk {@code eXIf}) or a WebP file (chunk {@code EXIF} of its RIFF container). */
final class ExifChunk {
  private static final int PNG_CHUNKS = 8;
  private static final int RIFF_CHUNKS = 12;
  private static final int PNG = 0x89504E47;
  private static final int RIFF = 0x52494646;
  private static final int WEBP = 0x57454250;
  private static final int EXIF_IN_PNG = 0x65584966;
  private static final int EXIF_IN_WEBP = 0x45584946;

  /** What some programs write before the data, as in a JPEG file's segment. */
  private static final int NAME = 0x45786966;

  private static final int NAME_BYTES = 6;

  private ExifChunk() {}

  /** The orientation, 1 to 8; 1 where there is none, it is broken, or the file is of another format. */
  static int orientation(byte[] file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(file);
      if (file.length > RIFF_CHUNKS && bytes.getInt(0) == PNG) {
        return inPng(file, bytes.position(PNG_CHUNKS));
      }
      if (file.length > RIFF_CHUNKS && bytes.getInt(0) == RIFF && bytes.getInt(8) == WEBP) {
        return inWebp(file, bytes.position(RIFF_CHUNKS));
      }
      return ExifOrientation.UPRIGHT;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      // A picture is shown as stored when its chunks are damaged.
      return ExifOrientation.UPRIGHT;
    }
  }

  private static int inPng(byte[] file, ByteBuffer bytes) {
    while (bytes.remaining() >= 12) {
      int length = bytes.getInt();
      if (bytes.getInt() == EXIF_IN_PNG) {
        return parse(file, bytes);
      }
      bytes.position(bytes.position() + length + 4);
    }
    return ExifOrientation.UPRIGHT;
  }

  private static int inWebp(byte[] file, ByteBuffer bytes) {
    while (bytes.remaining() >= 8) {
      int name = bytes.order(ByteOrder.BIG_ENDIAN).getInt();
      int length = bytes.order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (name == EXIF_IN_WEBP) {
        return parse(file, bytes.order(ByteOrder.BIG_ENDIAN));
      }
      bytes.position(bytes.position() + length + (length & 1));
    }
    return ExifOrientation.UPRIGHT;
  }

  private static int parse(byte[] file, ByteBuffer bytes) {
    boolean named = bytes.remaining() > NAME_BYTES && bytes.getInt(bytes.position()) == NAME;
    return ExifOrientation.parse(file, bytes.position() + (named ? NAME_BYTES : 0));
  }
}
