package eifexplorer.dataset.demo;

/**
 * Gives flat shapes a rounded, lit body: the blurred outline serves as a height map, its slope as the normal, and the
 * colours are lit by one distant light with a cool ambient share. Slopes are worked out at half the size, since the
 * picture is halved in the end.
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
   * @param region where there is something on the layer, with a margin of at least 2
   * @param radius how far from the outline the shape is rounded, in pixels
   * @param steepness slope at the outline, about 1
   * @param gloss strength of the highlight, 0 to 1
   */
  void light(PixelLayer layer, Region region, int radius, double steepness, double gloss) {
    light(layer, region, radius, steepness, 0, 0, gloss);
  }

  /** Lights a layer rounded on two scales, as a large form with a soft border. */
  void light(
      PixelLayer layer,
      Region region,
      int radius,
      double steepness,
      int smallRadius,
      double smallSteepness,
      double gloss) {
    float[] heights = heights(layer, region, radius, steepness);
    if (smallRadius > 0) {
      float[] more = heights(layer, region, smallRadius, smallSteepness);
      for (int i = 0; i < heights.length; i++) {
        heights[i] += more[i];
      }
    }
    int width = region.width() / 2;
    for (int y = 1; y < region.height() / 2 - 1; y++) {
      int at = region.start(2 * y, layer.width) + 2;
      for (int x = 1, i = y * width + 1; x < width - 1; x++, i++, at += 2) {
        if (heights[i] > 0) {
          float dx = heights[i - 1] - heights[i + 1];
          float dy = heights[i - width] - heights[i + width];
          light(layer, at, dx, dy, (float) gloss);
        }
      }
    }
  }

  /** Heights, one for each four pixels, whose differences over two of them are slopes. */
  private static float[] heights(PixelLayer layer, Region region, int radius, double steepness) {
    int[] blurred = layer.opacity(region);
    int reach = radius / 2;
    BoxBlur.blur(blurred, region.width() / 2, region.height() / 2, reach);
    float scale = (float) (steepness * (2 * reach + 1) / 510.0);
    float[] heights = new float[blurred.length];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = blurred[i] * scale;
    }
    return heights;
  }

  /** Lights the four pixels that share one slope; {@code at} is the first. */
  private void light(PixelLayer layer, int at, float dx, float dy, float gloss) {
    float length = (float) Math.sqrt(dx * dx + dy * dy + 1);
    float facing = (dx * lightX + dy * lightY + LIGHT_Z) / length;
    float light = Math.max(.3f, 1 + contrast * (facing - LIGHT_Z));
    float tint = SKY_DEPTH * Math.max(0, 1 - light);
    float shine = Math.max(0, light - 1) * 26;
    float sheen = gloss > 0 ? gloss * highlight(facing) : 0;
    int red = (int) (256 * light * (1 - tint));
    int green = (int) (256 * light);
    int blue = (int) (256 * light * (1 + tint));
    int moreRed = (int) (shine + .45f * sheen);
    int moreGreen = (int) (shine + .9f * sheen);
    int moreBlue = (int) (shine + sheen);
    for (int row = at; row <= at + layer.width; row += layer.width) {
      for (int i = row; i < row + 2; i++) {
        int pixel = layer.pixels[i];
        if (pixel != 0) {
          int alpha = pixel >>> 24;
          layer.pixels[i] =
              Blend.colour(
                  alpha,
                  ((pixel >> 16 & 255) * red + moreRed * alpha) >> 8,
                  ((pixel >> 8 & 255) * green + moreGreen * alpha) >> 8,
                  ((pixel & 255) * blue + moreBlue * alpha) >> 8);
        }
      }
    }
  }

  private static float highlight(float facing) {
    float squared = facing * facing;
    float fourth = squared * squared;
    return facing > 0 ? 90 * fourth * fourth * fourth : 0;
  }
}
