package eifexplorer.dataset.demo;

/**
 * Gives flat shapes a rounded, lit body: the blurred outline serves as a height map, its slope as the normal, and the
 * colours are lit by one distant light with a cool ambient share.
 */
final class Relief {
  private static final float LIGHT_Z = .62f;

  /** How much bluer the shadows are. */
  private static final float SKY_DEPTH = .09f;

  private final float lightX;
  private final float lightY;
  private final float contrast;

  /**
   * Sets the light.
   *
   * @param direction where the light comes from on the picture, in radians, 0 to the right, positive downwards
   * @param contrast 0 for an overcast sky, 1 for full sun
   */
  Relief(double direction, double contrast) {
    double flat = Math.sqrt(1 - LIGHT_Z * LIGHT_Z);
    this.lightX = (float) (flat * StrictMath.cos(direction));
    this.lightY = (float) (flat * StrictMath.sin(direction));
    this.contrast = (float) contrast;
  }

  /** Horizontal direction of the light, -1 from the left to 1 from the right. */
  double lightX() {
    return lightX;
  }

  /** Vertical direction of the light, negative from above. */
  double lightY() {
    return lightY;
  }

  /**
   * Lights a layer in place.
   *
   * @param radius how far from the outline the shape is rounded, in pixels
   * @param steepness slope at the outline, about 1
   * @param gloss strength of the highlight, 0 to 1
   */
  void light(PixelLayer layer, int radius, double steepness, double gloss) {
    light(layer, radius, steepness, 0, 0, gloss);
  }

  /** Lights a layer rounded on two scales, as a large form with a soft border. */
  void light(
      PixelLayer layer,
      int radius,
      double steepness,
      int smallRadius,
      double smallSteepness,
      double gloss) {
    Region region = Region.painted(layer, 2);
    // Large forms change so slowly that every other pixel will do for the heights.
    int step = radius >= 6 ? 2 : 1;
    float[] heights = heights(layer, region, step, radius, steepness);
    if (smallRadius > 0) {
      float[] more = heights(layer, region, step, smallRadius, smallSteepness);
      for (int i = 0; i < heights.length; i++) {
        heights[i] += more[i];
      }
    }
    int width = region.width() / step;
    for (int y = step; y < region.height() - step; y++) {
      int at = region.start(y, layer.width);
      for (int x = step; x < region.width() - step; x++) {
        if (layer.pixels[at + x] != 0) {
          int i = y / step * width + x / step;
          float dx = heights[i - 1] - heights[i + 1];
          float dy = heights[i - width] - heights[i + width];
          layer.pixels[at + x] = lit(layer.pixels[at + x], dx, dy, (float) gloss);
        }
      }
    }
  }

  /** Heights, one for each {@code step}-th pixel, whose differences over two of them are slopes. */
  private static float[] heights(
      PixelLayer layer, Region region, int step, int radius, double steepness) {
    int[] blurred = layer.opacity(region, step);
    int reach = radius / step;
    BoxBlur.blur(blurred, region.width() / step, region.height() / step, reach);
    float scale = (float) (steepness * (2 * reach + 1) / 510.0);
    float[] heights = new float[blurred.length];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = blurred[i] * scale;
    }
    return heights;
  }

  private int lit(int pixel, float dx, float dy, float gloss) {
    float length = (float) Math.sqrt(dx * dx + dy * dy + 1);
    float facing = (dx * lightX + dy * lightY + LIGHT_Z) / length;
    float light = Math.max(.3f, 1 + contrast * (facing - LIGHT_Z));
    float shadow = Math.max(0, 1 - light);
    float cover = (pixel >>> 24) / 255f;
    float shine = Math.max(0, light - 1) * 26 * cover + .5f;
    float sheen = gloss > 0 ? gloss * highlight(facing) * cover : 0;
    return Blend.colour(
        pixel >>> 24,
        (int) ((pixel >> 16 & 255) * light * (1 - shadow * SKY_DEPTH) + shine + .45f * sheen),
        (int) ((pixel >> 8 & 255) * light + shine + .9f * sheen),
        (int) ((pixel & 255) * light * (1 + shadow * SKY_DEPTH) + shine + sheen));
  }

  private static float highlight(float facing) {
    float squared = facing * facing;
    float fourth = squared * squared;
    return facing > 0 ? 90 * fourth * fourth * fourth : 0;
  }
}
