package eifexplorer.image;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * What stands before the first scan of a JPEG file (ITU-T T.81 annex B).
 *
 * @param size width and height as stored
 * @param progressive true for the progressive processes
 * @param colour what the components mean
 * @param orientation the EXIF orientation, 1 to 8; 1 where there is none
 */
record JpegHeader(ImageSize size, boolean progressive, Colour colour, int orientation) {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;

  /** Meaning of the components. */
  enum Colour {
    GREY,
    RGB,
    YCC,
    CMYK,
    YCCK,
    OTHER
  }

  /** True if these are a JPEG file's first bytes. */
  static boolean startsLikeJpeg(byte[] bytes) {
    return bytes.length > 2
        && bytes[0] == (byte) 0xff
        && bytes[1] == (byte) SOI
        && bytes[2] == (byte) 0xff;
  }

  /**
   * Reads the header from the stream's start.
   *
   * @throws EOFException if the stream ends first
   * @throws IIOException if it is no JPEG header
   */
  static JpegHeader read(ImageInputStream in) throws IOException {
    return new Parser(in).parse();
  }

  private static final class Parser {
    private final ImageInputStream in;
    private boolean jfif;
    private int adobeTransform = -1;
    private int orientation = 1;

    Parser(ImageInputStream in) {
      this.in = in;
    }

    JpegHeader parse() throws IOException {
      in.seek(0);
      if (in.readUnsignedShort() != (0xff00 | SOI)) {
        throw new IIOException("no JPEG picture");
      }
      while (true) {
        int marker = nextMarker();
        if (marker == SOS || marker == EOI) {
          throw new IIOException("the JPEG header has no frame");
        }
        int length = in.readUnsignedShort() - 2;
        if (length < 0) {
          throw new IIOException("a JPEG segment has no length");
        }
        if (isFrame(marker)) {
          return frame(marker, segment(length));
        }
        if (marker == APP0 || marker == APP1 || marker == APP14) {
          application(marker, segment(length));
        } else {
          in.seek(in.getStreamPosition() + length);
        }
      }
    }

    /** The next marker that is followed by a length; bytes between segments are passed over, as libjpeg does. */
    private int nextMarker() throws IOException {
      while (true) {
        int b = in.readUnsignedByte();
        while (b == 0xff) {
          b = in.readUnsignedByte();
          boolean stuffedOrBare = b == 0 || b == 1 || (b >= 0xD0 && b <= SOI);
          if (b != 0xff && !stuffedOrBare) {
            return b;
          }
        }
      }
    }

    private byte[] segment(int length) throws IOException {
      byte[] segment = new byte[length];
      in.readFully(segment);
      return segment;
    }

    private static boolean isFrame(int marker) {
      return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void application(int marker, byte[] data) {
      if (marker == APP0 && startsWith(data, "JFIF\0")) {
        jfif = true;
      } else if (marker == APP1 && startsWith(data, "Exif\0")) {
        orientation = ExifOrientation.parse(data, 6);
      } else if (marker == APP14 && startsWith(data, "Adobe") && data.length >= 12) {
        adobeTransform = data[11] & 0xff;
      }
    }

    private JpegHeader frame(int marker, byte[] data) throws IIOException {
      if (data.length < 6 || data.length < 6 + 3 * (data[5] & 0xff)) {
        throw new IIOException("the JPEG frame header is cut short");
      }
      int height = (data[1] & 0xff) << 8 | (data[2] & 0xff);
      int width = (data[3] & 0xff) << 8 | (data[4] & 0xff);
      if (width == 0 || height == 0) {
        throw new IIOException("the JPEG header gives the size " + width + " x " + height);
      }
      boolean progressive = (marker & 3) == 2;
      return new JpegHeader(new ImageSize(width, height), progressive, colour(data), orientation);
    }

    /** The rules of libjpeg's {@code default_decompress_parms}. */
    private Colour colour(byte[] frame) {
      return switch (frame[5]) {
        case 1 -> Colour.GREY;
        case 3 -> threeComponents(frame);
        case 4 -> adobeTransform <= 0 ? Colour.CMYK : Colour.YCCK;
        default -> Colour.OTHER;
      };
    }

    private Colour threeComponents(byte[] frame) {
      if (jfif) {
        return Colour.YCC;
      }
      if (adobeTransform >= 0) {
        return adobeTransform == 0 ? Colour.RGB : Colour.YCC;
      }
      boolean named = frame[6] == 'R' && frame[9] == 'G' && frame[12] == 'B';
      return named ? Colour.RGB : Colour.YCC;
    }

    private static boolean startsWith(byte[] data, String text) {
      for (int i = 0; i < text.length(); i++) {
        if (i >= data.length || data[i] != text.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }
}
