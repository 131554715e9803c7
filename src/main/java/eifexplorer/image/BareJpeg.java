package eifexplorer.image;

import java.util.Arrays;
import javax.imageio.IIOException;

/**
 * A JPEG file without its application segments and comments: only what a decoder of components needs.
 *
 * <p>Damaged colour profiles and camera data make the JDK refuse whole pictures that are sound.
 */
final class BareJpeg {
  private static final int SOI_LENGTH = 2;
  private static final int APP0 = 0xE0;
  private static final int APP15 = 0xEF;
  private static final int COM = 0xFE;
  private static final int SOS = 0xDA;

  /** Encoders write about ten. */
  private static final int MOST_SCANS = 500;

  private BareJpeg() {}

  /**
   * Throws if a progressive file has so many scans that decoding them, each of the whole picture, would take minutes.
   *
   * @param jpeg the file
   */
  static void requireFewScans(byte[] jpeg) throws IIOException {
    byte[] bare = of(jpeg);
    int scans = 0;
    for (int i = 1; i < bare.length; i++) {
      scans += bare[i] == (byte) SOS && bare[i - 1] == (byte) 0xff ? 1 : 0;
    }
    if (scans > MOST_SCANS) {
      throw new IIOException("it has " + scans + " scans where " + MOST_SCANS + " are allowed");
    }
  }

  /** Copies the file; from its first scan, or from the first irregularity before, everything is kept. */
  static byte[] of(byte[] jpeg) {
    byte[] bare = new byte[jpeg.length];
    System.arraycopy(jpeg, 0, bare, 0, SOI_LENGTH);
    int from = SOI_LENGTH;
    int to = SOI_LENGTH;
    while (from + 3 < jpeg.length && jpeg[from] == (byte) 0xff) {
      int marker = jpeg[from + 1] & 0xff;
      int length = 2 + ((jpeg[from + 2] & 0xff) << 8 | (jpeg[from + 3] & 0xff));
      if (marker == SOS || marker == 0xff || from + length > jpeg.length) {
        break;
      }
      if (!(marker >= APP0 && marker <= APP15) && marker != COM) {
        System.arraycopy(jpeg, from, bare, to, length);
        to += length;
      }
      from += length;
    }
    System.arraycopy(jpeg, from, bare, to, jpeg.length - from);
    return Arrays.copyOf(bare, to + jpeg.length - from);
  }
}
