package eifexplorer.projection;

import eifexplorer.job.ComputePool;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/**
 * Paints points into pixels: training images as discs, test images as diamonds, later points over earlier ones; or where they
 * would cover each other, as a density whose colour is their mean and whose strength is the logarithm of their number. Not
 * for use from several threads at once; keeps its memory from picture to picture.
 */
public final class PointRaster {
  private static final double CROWDED = 0.3;

  /** How strongly the pixel of one point among many is coloured at least, so that it is seen on a dark ground. */
  private static final double ALONE = 0.6;

  /** What a pixel without points takes of the one beside it, about as the rim of a small disc does. */
  private static final double BESIDE = 0.5;

  /** Rows that one thread paints at a time; each goes over all points. */
  private static final int LEAST_ROWS = 64;

  /** More points on one pixel than this are rare enough for their logarithm to be worked out each time. */
  private static final int COMMON = 1024;

  private int[] counts = {};
  private int[] sums = {};
  private float[] places = {};
  private MarkStamps stamps = new MarkStamps(1);

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
    if (stamps.radius() != look.radius) {
      stamps = new MarkStamps(look.radius);
    }
    int visible = place(view, layout, look);
    double covered = visible * Math.PI * look.radius * look.radius;
    boolean crowded = visible > 5000 && covered > CROWDED * width * height;
    if (crowded) {
      density(pixels, width, height, layout.size(), look);
    } else {
      inBands(
          height,
          (from, end) -> {
            Arrays.fill(pixels, from * width, end * width, look.ground);
            dots(pixels, width, from, end, layout, look);
          });
    }
    return crowded;
  }

  /** Rows from the first of them up to the last, which is excluded. */
  private interface Band {
    void paint(int from, int end);
  }

  private static void inBands(int height, Band band) {
    ComputePool pool = ComputePool.shared();
    int rows = Math.max(LEAST_ROWS, (height + pool.threads() - 1) / pool.threads());
    pool.forEach(
        (height + rows - 1) / rows, i -> band.paint(i * rows, Math.min(height, (i + 1) * rows)));
  }

  /** Notes where in the picture each point is, NaN for those that are not seen; says how many are within it. */
  private int place(PlaneView view, Layout layout, Look look) {
    int size = layout.size();
    if (places.length < 2 * size) {
      places = new float[2 * size];
    }
    int visible = 0;
    for (int i = 0; i < size; i++) {
      float x = layout.x(i);
      float y = layout.y(i);
      boolean seen = look.colours[i] >>> 24 != 0 && view.shows(x, y, stamps.reach());
      places[2 * i] = seen ? (float) view.px(x) : Float.NaN;
      places[2 * i + 1] = seen ? (float) view.py(y) : Float.NaN;
      visible += seen && view.shows(x, y, 0) ? 1 : 0;
    }
    return visible;
  }

  private void dots(int[] pixels, int width, int from, int end, Layout layout, Look look) {
    int reach = stamps.reach();
    for (int i = 0; i < layout.size(); i++) {
      float y = places[2 * i + 1];
      // Not true of what is not seen.
      if (y >= from - reach - 1 && y <= end + reach) {
        dot(pixels, width, from, end, i, i < layout.trainCount(), look.colours[i]);
      }
    }
  }

  private void dot(int[] pixels, int width, int from, int end, int i, boolean disc, int colour) {
    int phases = MarkStamps.PHASES;
    int px = Math.round(phases * places[2 * i]);
    int py = Math.round(phases * places[2 * i + 1]);
    byte[] stamp = stamps.at(Math.floorMod(px, phases), Math.floorMod(py, phases), disc);
    int left = Math.floorDiv(px, phases) - stamps.reach();
    int above = Math.floorDiv(py, phases) - stamps.reach();
    int alpha = colour >>> 24;
    for (int y = Math.max(from, above); y < Math.min(end, above + stamps.side()); y++) {
      int in = (y - above) * stamps.side() - left;
      for (int x = Math.max(0, left); x < Math.min(width, left + stamps.side()); x++) {
        int cover = stamp[in + x] & 255;
        if (cover != 0) {
          int at = y * width + x;
          pixels[at] = over(pixels[at], colour, cover * alpha / 255);
        }
      }
    }
  }

  private static int over(int ground, int colour, int alpha) {
    int rest = 255 - alpha;
    int rb = ((colour & 0xff00ff) * alpha + (ground & 0xff00ff) * rest) >>> 8 & 0xff00ff;
    int g = ((colour & 0xff00) * alpha + (ground & 0xff00) * rest) >>> 8 & 0xff00;
    return 0xff000000 | rb | g;
  }

  private void density(int[] pixels, int width, int height, int points, Look look) {
    int size = width * height;
    if (counts.length < size) {
      counts = new int[size];
      sums = new int[3 * size];
    }
    AtomicInteger most = new AtomicInteger(1);
    inBands(
        height,
        (from, end) ->
            most.accumulateAndGet(count(width, from, end, points, look.colours), Math::max));
    double full = Math.log1p(most.get());
    int[] common = new int[Math.min(COMMON, most.get() + 1)];
    for (int count = 0; count < common.length; count++) {
      common[count] = strength(count, full);
    }
    IntUnaryOperator strength =
        count -> count < common.length ? common[count] : strength(count, full);
    inBands(
        height,
        (from, end) -> {
          for (int y = from; y < end; y++) {
            shadeRow(pixels, y, width, height, strength, look.ground);
          }
        });
  }

  /** Adds up the points of some rows, pixel by pixel; what was in the sums before is not read. */
  private int count(int width, int from, int end, int points, int[] colours) {
    Arrays.fill(counts, from * width, end * width, 0);
    int most = 0;
    for (int i = 0; i < points; i++) {
      float x = places[2 * i];
      float y = places[2 * i + 1];
      if (y >= from && y < end && x >= 0 && x < width) {
        int at = ((int) y) * width + (int) x;
        int before = counts[at]++;
        most = Math.max(most, before + 1);
        add(at, colours[i], before == 0);
      }
    }
    return most;
  }

  private void add(int at, int colour, boolean first) {
    int sum = 3 * at;
    sums[sum] = (first ? 0 : sums[sum]) + (colour >>> 16 & 255);
    sums[sum + 1] = (first ? 0 : sums[sum + 1]) + (colour >>> 8 & 255);
    sums[sum + 2] = (first ? 0 : sums[sum + 2]) + (colour & 255);
  }

  private void shadeRow(
      int[] pixels, int y, int width, int height, IntUnaryOperator strength, int ground) {
    int above = y > 0 ? -width : 0;
    int below = y < height - 1 ? width : 0;
    for (int x = 0; x < width; x++) {
      int at = y * width + x;
      pixels[at] =
          counts[at] > 0
              ? over(ground, mean(at), strength.applyAsInt(counts[at]))
              : beside(
                  fuller(
                      fuller(at + above, at + below),
                      fuller(x > 0 ? at - 1 : at, x < width - 1 ? at + 1 : at)),
                  strength,
                  ground);
    }
  }

  /** A pixel without points has some of the light of the fullest beside it, else a point alone is a speck. */
  private int beside(int at, IntUnaryOperator strength, int ground) {
    return counts[at] == 0
        ? ground
        : over(ground, mean(at), (int) (BESIDE * strength.applyAsInt(counts[at])));
  }

  private int fuller(int pixel, int other) {
    return counts[other] > counts[pixel] ? other : pixel;
  }

  private int mean(int at) {
    int count = counts[at];
    return 0xff000000
        | ((sums[3 * at] / count) << 16)
        | ((sums[3 * at + 1] / count) << 8)
        | (sums[3 * at + 2] / count);
  }

  /** How strongly a pixel is coloured that has so many points, 0..255. */
  private static int strength(int count, double full) {
    return (int) (255 * (ALONE + (1 - ALONE) * Math.log1p(count) / full));
  }
}
