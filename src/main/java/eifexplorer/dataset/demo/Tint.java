package eifexplorer.dataset.demo;

import java.awt.Color;

/** Arithmetic on colours written as {@code 0xRRGGBB}. */
final class Tint {
  private Tint() {}

  static int red(int rgb) {
    return rgb >> 16 & 255;
  }

  static int green(int rgb) {
    return rgb >> 8 & 255;
  }

  static int blue(int rgb) {
    return rgb & 255;
  }

  /** Packs three channels, clipped to [0, 255]. */
  static int pack(double red, double green, double blue) {
    return clip(red) << 16 | clip(green) << 8 | clip(blue);
  }

  /** From {@code a} (share 0) to {@code b} (share 1). */
  static int mix(int a, int b, double share) {
    return pack(
        red(a) + (red(b) - red(a)) * share,
        green(a) + (green(b) - green(a)) * share,
        blue(a) + (blue(b) - blue(a)) * share);
  }

  /** Towards white for a positive amount, towards black for a negative one; amounts in [-1, 1]. */
  static int brighten(int rgb, double amount) {
    return amount >= 0 ? mix(rgb, 0xffffff, amount) : mix(rgb, 0x000000, -amount);
  }

  /** Grey for 0, unchanged for 1, livelier above. */
  static int saturate(int rgb, double factor) {
    double grey = luma(rgb);
    return pack(
        grey + (red(rgb) - grey) * factor,
        grey + (green(rgb) - grey) * factor,
        grey + (blue(rgb) - grey) * factor);
  }

  /** Brightness as the eye weighs the channels, in [0, 255]. */
  static double luma(int rgb) {
    return .299 * red(rgb) + .587 * green(rgb) + .114 * blue(rgb);
  }

  /** The colour with an opacity in [0, 1]. */
  static Color colour(int rgb, double opacity) {
    return new Color(red(rgb), green(rgb), blue(rgb), clip(opacity * 255));
  }

  private static int clip(double value) {
    return (int) Math.max(0, Math.min(255, Math.rint(value)));
  }
}
