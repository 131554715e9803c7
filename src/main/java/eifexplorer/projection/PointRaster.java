package eifexplorer.projection;

import eifexplorer.job.ComputePool;
import java.util.Arrays;

/**
 * Paints points into pixels: training images as discs, test images as diamonds, later points over earlier ones; or where they
 * would cover each other, as a density whose colour is their mean and whose strength is the logarithm of their number. Not
 * for use from several threads at once; keeps its memory from picture to picture.
 */
public final class PointRaster {
  private static final double CROWDED = 0.3;
  private static final int STRIPE = 64;

  private int[] counts = {};
  private int[] sums = {};

  /**
   * What points look like.
   *
   * @param ground behind them, 0xffRRGGBB
   * @param colours one a point, 0xAARRGGBB; those with alpha 0 are left out
   * @param radius of a disc, in pixels, at least 0.5
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Look(int ground, int[] colours, double radius) {}

  /** A radius for so many points, larger where a view is nearer than the whole. */
  public static double radius(int points, double zoom) {
    double base = Math.max(1.2, Math.min(4.5, 260 / Math.sqrt(Math.max(1, points)) / 1.6));
    return Math.min(7, base * Math.pow(Math.max(1, zoom), 0.35));
  }

  /**
   * Fills the pixels.
   *
   * @param pixels 0xffRRGGBB, row by row from above, at least width × height of the view
   * @return whether it is a density
   */
  public boolean paint(int[] pixels, PlaneView view, Layout layout, Look look) {
    int width = (int) view.width();
    int height = (int) view.height();
    int visible = 0;
    for (int i = 0; i < layout.size(); i++) {
      visible += look.colours[i] >>> 24 != 0 && view.shows(layout.x(i), layout.y(i), 0) ? 1 : 0;
    }
    double covered = visible * Math.PI * look.radius * look.radius;
    boolean crowded = visible > 5000 && covered > CROWDED * width * height;
    if (crowded) {
      density(pixels, width, height, view, layout, look);
    } else {
      Arrays.fill(pixels, 0, width * height, look.ground);
      dots(pixels, width, height, view, layout, look);
    }
    return crowded;
  }

  private void dots(int[] pixels, int width, int height, PlaneView view, Layout layout, Look look) {
    int reach = (int) Math.ceil(look.radius + 1);
    for (int i = 0; i < layout.size(); i++) {
      int alpha = look.colours[i] >>> 24;
      if (alpha == 0 || !view.shows(layout.x(i), layout.y(i), reach)) {
        continue;
      }
      double cx = view.px(layout.x(i));
      double cy = view.py(layout.y(i));
      boolean disc = i < layout.trainCount();
      for (int y = Math.max(0, (int) cy - reach); y <= Math.min(height - 1, cy + reach); y++) {
        for (int x = Math.max(0, (int) cx - reach); x <= Math.min(width - 1, cx + reach); x++) {
          double cover = cover(x + 0.5 - cx, y + 0.5 - cy, disc, look.radius);
          if (cover > 0) {
            int at = y * width + x;
            pixels[at] = over(pixels[at], look.colours[i], (int) (cover * alpha));
          }
        }
      }
    }
  }

  /** How much of a pixel a mark covers, 0..1; a diamond as large as the disc. */
  private static double cover(double dx, double dy, boolean disc, double radius) {
    double off =
        disc
            ? Math.sqrt(dx * dx + dy * dy) - radius
            : (Math.abs(dx) + Math.abs(dy) - 1.25 * radius) * 0.7071;
    return Math.max(0, Math.min(1, 0.5 - off));
  }

  private static int over(int ground, int colour, int alpha) {
    int rest = 255 - alpha;
    int rb = ((colour & 0xff00ff) * alpha + (ground & 0xff00ff) * rest) >>> 8 & 0xff00ff;
    int g = ((colour & 0xff00) * alpha + (ground & 0xff00) * rest) >>> 8 & 0xff00;
    return 0xff000000 | rb | g;
  }

  private void density(
      int[] pixels, int width, int height, PlaneView view, Layout layout, Look look) {
    int size = width * height;
    if (counts.length < size) {
      counts = new int[size];
      sums = new int[3 * size];
    }
    Arrays.fill(counts, 0, size, 0);
    Arrays.fill(sums, 0, 3 * size, 0);
    int most = 1;
    for (int i = 0; i < layout.size(); i++) {
      int colour = look.colours[i];
      if (colour >>> 24 != 0 && view.shows(layout.x(i), layout.y(i), -1)) {
        int row = (int) view.py(layout.y(i));
        int at = row * width + (int) view.px(layout.x(i));
        most = Math.max(most, ++counts[at]);
        sums[3 * at] += colour >>> 16 & 255;
        sums[3 * at + 1] += colour >>> 8 & 255;
        sums[3 * at + 2] += colour & 255;
      }
    }
    double full = Math.log1p(most);
    ComputePool.shared()
        .forEach(
            (height + STRIPE - 1) / STRIPE,
            stripe -> {
              int end = Math.min(height, (stripe + 1) * STRIPE) * width;
              for (int at = stripe * STRIPE * width; at < end; at++) {
                pixels[at] = shade(at, full, look.ground);
              }
            });
  }

  private int shade(int at, double full, int ground) {
    int count = counts[at];
    if (count == 0) {
      return ground;
    }
    int mean =
        0xff000000
            | ((sums[3 * at] / count) << 16)
            | ((sums[3 * at + 1] / count) << 8)
            | (sums[3 * at + 2] / count);
    double strength = 0.45 + 0.55 * Math.log1p(count) / full;
    return over(ground, mean, (int) (255 * strength));
  }
}
