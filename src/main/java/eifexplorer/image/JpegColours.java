package eifexplorer.image;

/** Colour arithmetic of libjpeg (16-bit fixed point) and of Pillow's CMYK conversion, on interleaved bytes. */
final class JpegColours {
  private static final int HALF = 1 << 15;
  private static final int CR_TO_RED = 91881; // 1.40200 * 2^16
  private static final int CB_TO_BLUE = 116130; // 1.77200 * 2^16
  private static final int CR_TO_GREEN = -46802; // -0.71414 * 2^16
  private static final int CB_TO_GREEN = -22554; // -0.34414 * 2^16

  private JpegColours() {}

  /** Grey repeated for the three channels, {@code [n]} to {@code [n,3]}. */
  static byte[] fromGrey(byte[] grey) {
    byte[] rgb = new byte[Math.multiplyExact(grey.length, 3)];
    for (int i = 0; i < grey.length; i++) {
      rgb[3 * i] = grey[i];
      rgb[3 * i + 1] = grey[i];
      rgb[3 * i + 2] = grey[i];
    }
    return rgb;
  }

  /** YCbCr in the first three of {@code bands} bytes of each pixel replaced by RGB, in place; returns the array. */
  static byte[] fromYcc(byte[] data, int bands) {
    for (int i = 0; i < data.length; i += bands) {
      int y = data[i] & 0xff;
      int cb = (data[i + 1] & 0xff) - 128;
      int cr = (data[i + 2] & 0xff) - 128;
      data[i] = clip(y + ((CR_TO_RED * cr + HALF) >> 16));
      data[i + 1] = clip(y + ((CB_TO_GREEN * cb + CR_TO_GREEN * cr + HALF) >> 16));
      data[i + 2] = clip(y + ((CB_TO_BLUE * cb + HALF) >> 16));
    }
    return data;
  }

  /** CMYK stored inverted, as Adobe does and Pillow assumes, {@code [n,4]} to {@code [n,3]}. */
  static byte[] fromCmyk(byte[] cmyk) {
    for (int i = 0; i < cmyk.length; i++) {
      cmyk[i] = (i & 3) == 3 ? cmyk[i] : (byte) ~cmyk[i];
    }
    return fromInks(cmyk);
  }

  /** YCCK: the inks coded like RGB, the black stored inverted, {@code [n,4]} to {@code [n,3]}. */
  static byte[] fromYcck(byte[] ycck) {
    return fromInks(fromYcc(ycck, 4));
  }

  /** Light left by the inks c, m, y and the paper's lightness l (255 - black): l - l * ink / 255, rounded. */
  private static byte[] fromInks(byte[] cmyl) {
    byte[] rgb = new byte[cmyl.length / 4 * 3];
    for (int from = 0, to = 0; to < rgb.length; from += 4) {
      int light = cmyl[from + 3] & 0xff;
      for (int ink = 0; ink < 3; ink++) {
        rgb[to++] = (byte) (light - product(cmyl[from + ink] & 0xff, light));
      }
    }
    return rgb;
  }

  /** a * b / 255, rounded, for 0 to 255 each. */
  static int product(int a, int b) {
    int product = a * b + 128;
    return ((product >> 8) + product) >> 8;
  }

  private static byte clip(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
