package eifexplorer.image;

/**
 * CIE L*a*b* (D50, the ICC profile connection space) to sRGB, as a colour management system with the plain sRGB profile
 * does it; Pillow's comes through a table, and differs by one or two of 255.
 */
final class LabColours {
  private static final double WHITE_X = 0.9642;
  private static final double WHITE_Z = 0.8249;

  /** XYZ under D50 to linear sRGB, Bradford-adapted. */
  private static final double[][] LINEAR = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427}
  };

  private LabColours() {}

  /**
   * Turns {@code [n,3]} bytes in place and returns them.
   *
   * @param signed whether a* and b* are two's complements; else 128 is their zero
   */
  static byte[] toRgb(byte[] lab, boolean signed) {
    for (int i = 0; i < lab.length; i += 3) {
      double lightness = (lab[i] & 0xff) * 100.0 / 255;
      int a = signed ? lab[i + 1] : (lab[i + 1] & 0xff) - 128;
      int b = signed ? lab[i + 2] : (lab[i + 2] & 0xff) - 128;
      double y = (lightness + 16) / 116;
      double[] xyz = {WHITE_X * cube(y + a / 500.0), cube(y), WHITE_Z * cube(y - b / 200.0)};
      for (int channel = 0; channel < 3; channel++) {
        double[] row = LINEAR[channel];
        lab[i + channel] = level(row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2]);
      }
    }
    return lab;
  }

  private static double cube(double t) {
    return t > 24.0 / 116 ? t * t * t : 108.0 / 841 * (t - 16.0 / 116);
  }

  private static byte level(double linear) {
    double light = Math.max(0, Math.min(1, linear));
    double level = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    return (byte) Math.round(level * 255);
  }
}
