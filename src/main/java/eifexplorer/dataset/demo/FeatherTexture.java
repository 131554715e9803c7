package eifexplorer.dataset.demo;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fine streaks in one direction: breaks up the borders between colours as feathers do, and roughens flat ones. Also
 * serves as the grain of wood and bark.
 */
final class FeatherTexture {
  private static final int SIZE = 256;
  private static final int MASK = SIZE - 1;

  /** Texture pixels per pixel. */
  private static final double SCALE = .7;

  /** One half in 65536ths. */
  private static final int HALF = 1 << 15;

  /** Values around 0, in 64ths of about [-1, 1], streaked along x; wraps around in both directions. */
  private final byte[] values = new byte[SIZE * SIZE];

  FeatherTexture(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] noise = new float[SIZE * SIZE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextDouble(-1, 1);
    }
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        values[y * SIZE + x] =
            (byte) Math.max(-127, Math.min(127, Math.rint(64 * streak(noise, x, y))));
      }
    }
  }

  private static float streak(float[] noise, int x, int y) {
    float sum = 0;
    for (int k = -6; k <= 6; k++) {
      int column = x + k & MASK;
      float weight = 1 - Math.abs(k) / 7f;
      sum += weight * noise[y * SIZE + column];
      sum += .5f * weight * noise[(y + 1 & MASK) * SIZE + column];
    }
    return sum / 2.2f;
  }

  /**
   * Ruffles a layer along a direction.
   *
   * @param region where there is something on the layer, with a margin of at least the reach
   * @param dirX direction of the streaks, of length 1
   * @param dirY direction of the streaks
   * @param reach how far colours are carried along, in pixels
   * @param relief how much brightness varies, 0 to 1
   * @param offset which part of the texture is used
   */
  void ruffle(
      PixelLayer layer,
      Region region,
      double dirX,
      double dirY,
      double reach,
      double relief,
      int offset) {
    if (region.width() == 0) {
      return;
    }
    int width = layer.width;
    int first = region.start(0, width);
    int[] source =
        Arrays.copyOfRange(
            layer.pixels, first, region.start(region.height() - 1, width) + region.width());
    int stepX = fixed(SCALE * dirX);
    int stepY = fixed(SCALE * dirY);
    int pushX = fixed(reach * dirX / 64);
    int pushY = fixed(reach * dirY / 64);
    int depth = (int) (256 * relief);
    for (int y = region.top(); y < region.top() + region.height(); y++) {
      for (int x = region.left(); x < region.left() + region.width(); x++) {
        int along = ((x * stepX + y * stepY) >> 16) + offset & MASK;
        int across = ((y * stepX - x * stepY) >> 16) + (offset >> 8) & MASK;
        int value = values[across * SIZE + along];
        int fromX = clip(x + ((value * pushX + HALF) >> 16), region.left(), region.width());
        int fromY = clip(y + ((value * pushY + HALF) >> 16), region.top(), region.height());
        int pixel = source[fromY * width + fromX - first];
        layer.pixels[y * width + x] =
            pixel == 0 ? 0 : Blend.dim(pixel, 256 + ((depth * value) >> 6));
      }
    }
  }

  /** A number in 65536ths. */
  private static int fixed(double value) {
    return (int) Math.rint(65536 * value);
  }

  private static int clip(int value, int low, int length) {
    return Math.max(low, Math.min(low + length - 1, value));
  }
}
