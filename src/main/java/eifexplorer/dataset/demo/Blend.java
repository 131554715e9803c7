package eifexplorer.dataset.demo;

/** Arithmetic on premultiplied {@code 0xAARRGGBB} pixels. */
final class Blend {
  private Blend() {}

  /** {@code top} laid over {@code bottom}. */
  static int over(int top, int bottom) {
    int alpha = top >>> 24;
    if (alpha == 255 || bottom == 0) {
      return top;
    }
    if (top == 0) {
      return bottom;
    }
    int rest = 255 - alpha;
    int even = (bottom & 0x00ff00ff) * rest + 0x00800080;
    int odd = (bottom >>> 8 & 0x00ff00ff) * rest + 0x00800080;
    even = (even + (even >>> 8 & 0x00ff00ff)) >>> 8 & 0x00ff00ff;
    odd = odd + (odd >>> 8 & 0x00ff00ff) & 0xff00ff00;
    return top + (even | odd);
  }

  /** Colours times a factor in 256ths, the opacity kept. */
  static int dim(int pixel, int factor) {
    return colour(
        pixel >>> 24,
        ((pixel >> 16 & 255) * factor) >> 8,
        ((pixel >> 8 & 255) * factor) >> 8,
        ((pixel & 255) * factor) >> 8);
  }

  /** Packs a pixel, its colours clipped to [0, alpha]. */
  static int colour(int alpha, int red, int green, int blue) {
    return alpha << 24 | clip(red, alpha) << 16 | clip(green, alpha) << 8 | clip(blue, alpha);
  }

  /** Mean of four pixels. */
  static int mean(int a, int b, int c, int d) {
    int even = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x20002;
    int odd =
        (a >>> 8 & 0xff00ff)
            + (b >>> 8 & 0xff00ff)
            + (c >>> 8 & 0xff00ff)
            + (d >>> 8 & 0xff00ff)
            + 0x20002;
    return (even >>> 2 & 0xff00ff) | (odd >>> 2 & 0xff00ff) << 8;
  }

  private static int clip(int value, int high) {
    return Math.max(0, Math.min(high, value));
  }
}
