package eifexplorer.dataset.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** One transparent layer of a picture: {@code 0xAARRGGBB} with colours premultiplied by their opacity. */
final class PixelLayer {
  final int width;
  final int height;

  /** Rows from the top, {@code width} values each. */
  final int[] pixels;

  private final BufferedImage image;

  PixelLayer(int width, int height) {
    this.width = width;
    this.height = height;
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  /** Antialiased drawing on this layer; the caller disposes of it. */
  Graphics2D graphics() {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }

  /** Opacities of every other pixel in every other row of a region, 0 to 255. */
  int[] opacity(Region region) {
    return channel(region, 24, 2);
  }

  /** Makes a region transparent again. */
  void clear(Region region) {
    for (int y = 0; y < region.height(); y++) {
      int start = region.start(y, width);
      Arrays.fill(pixels, start, start + region.width(), 0);
    }
  }

  /** Blurs colours and opacity; the result is close to a Gaussian of standard deviation {@code 0.8 radius}. */
  PixelLayer blur(int radius) {
    Region region = Region.painted(this, 2 * radius);
    for (int shift = 0; shift < 32; shift += 8) {
      blurChannel(region, radius, shift);
    }
    return this;
  }

  /** Blurs the colours of a region into each other but keeps the outline as sharp as it is. */
  PixelLayer soften(Region region, int radius) {
    PixelLayer blurred = halved(region).blur(radius / 2);
    for (int y = region.top(); y < region.top() + region.height(); y++) {
      int row = y / 2 * blurred.width;
      for (int x = region.left(); x < region.left() + region.width(); x++) {
        int i = y * width + x;
        if (pixels[i] != 0) {
          pixels[i] = withOpacity(blurred.pixels[row + x / 2], pixels[i] >>> 24);
        }
      }
    }
    return this;
  }

  private static int withOpacity(int pixel, int alpha) {
    int before = pixel >>> 24;
    return before == alpha || before == 0
        ? pixel
        : Blend.dim((pixel & 0xffffff) | alpha << 24, (alpha << 8) / before);
  }

  private void blurChannel(Region region, int radius, int shift) {
    int[] values = channel(region, shift, 1);
    BoxBlur.blur(values, region.width(), region.height(), radius);
    for (int y = 0, from = 0; y < region.height(); y++) {
      int to = region.start(y, width);
      for (int x = 0; x < region.width(); x++, from++, to++) {
        pixels[to] = (pixels[to] & ~(255 << shift)) | values[from] << shift;
      }
    }
  }

  private int[] channel(Region region, int shift, int step) {
    int[] values = new int[region.width() / step * (region.height() / step)];
    for (int y = 0, to = 0; y < region.height(); y += step) {
      int from = region.start(y, width);
      for (int x = 0; x < region.width(); x += step, to++) {
        values[to] = pixels[from + x] >>> shift & 255;
      }
    }
    return values;
  }

  /** Lays another layer of the same size over this one. */
  PixelLayer under(PixelLayer top) {
    return under(top, new Region(0, 0, width, height));
  }

  /** Lays a region of another layer of the same size over this one. */
  PixelLayer under(PixelLayer top, Region region) {
    for (int y = 0; y < region.height(); y++) {
      int start = region.start(y, width);
      for (int i = start; i < start + region.width(); i++) {
        if (top.pixels[i] != 0) {
          pixels[i] = Blend.over(top.pixels[i], pixels[i]);
        }
      }
    }
    return this;
  }

  /**
   * Darkens what is here by the shadow of something in front.
   *
   * @param caster what throws the shadow
   * @param region where it is, with a margin of twice the radius
   * @param dx shift of the shadow in pixels
   * @param dy shift of the shadow in pixels
   * @param radius blur of the shadow in pixels
   * @param strength 0 for none, 1 for black
   */
  PixelLayer shade(PixelLayer caster, Region region, int dx, int dy, int radius, double strength) {
    int[] shadow = caster.opacity(region);
    BoxBlur.blur(shadow, region.width() / 2, region.height() / 2, radius / 2);
    int depth = (int) (strength * 256);
    int left = Math.max(0, region.left() + dx);
    int right = Math.min(width, region.left() + region.width() + dx);
    int bottom = Math.min(height, region.top() + region.height() + dy);
    for (int y = Math.max(0, region.top() + dy); y < bottom; y++) {
      int row = (y - dy - region.top()) / 2 * (region.width() / 2);
      for (int x = left; x < right; x++) {
        int cast = shadow[row + (x - dx - region.left()) / 2];
        int i = y * width + x;
        if (cast > 0 && pixels[i] != 0) {
          pixels[i] = Blend.dim(pixels[i], 256 - ((depth * cast) >> 8));
        }
      }
    }
    return this;
  }

  /** This layer at half its size, four pixels averaged into one. */
  PixelLayer halved() {
    return halved(new Region(0, 0, width, height));
  }

  private PixelLayer halved(Region region) {
    PixelLayer half = new PixelLayer(width / 2, height / 2);
    for (int y = 0; y < region.height(); y += 2) {
      int to = (region.top() + y) / 2 * half.width + region.left() / 2;
      int start = region.start(y, width);
      for (int i = start; i < start + region.width(); i += 2, to++) {
        half.pixels[to] =
            Blend.mean(pixels[i], pixels[i + 1], pixels[i + width], pixels[i + width + 1]);
      }
    }
    return half;
  }

  /** This layer at twice its size, smoothly. */
  PixelLayer doubled() {
    PixelLayer large = new PixelLayer(2 * width, 2 * height);
    for (int y = 0; y < large.height; y++) {
      int near = y / 2 * width;
      int next = Math.max(0, Math.min(height - 1, y / 2 + (y & 1) * 2 - 1)) * width;
      for (int x = 0; x < large.width; x++) {
        int beside = Math.max(0, Math.min(width - 1, x / 2 + (x & 1) * 2 - 1));
        int here = pixels[near + x / 2];
        // Weights 9, 3, 3, 1 in sixteenths, as the distances of the four centres ask for.
        int row = Blend.mean(here, here, here, pixels[near + beside]);
        int other = pixels[next + x / 2];
        int nextRow = Blend.mean(other, other, other, pixels[next + beside]);
        large.pixels[y * large.width + x] = Blend.mean(row, row, row, nextRow);
      }
    }
    return large;
  }
}
