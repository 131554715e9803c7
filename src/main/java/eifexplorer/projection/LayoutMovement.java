package eifexplorer.projection;

import java.util.Arrays;

/**
 * How far points lie apart in two layouts, once the second is turned and shifted (and mirrored, if that fits better) onto the
 * first, and scaled to its spread: what is left is what moved.
 */
public final class LayoutMovement {
  private final Layout aligned;
  private final double[] moved;

  private LayoutMovement(Layout aligned, double[] moved) {
    this.aligned = aligned;
    this.moved = moved;
  }

  /**
   * From one layout to another.
   *
   * @param partner for every point of {@code after} the point of {@code before} that is the same image, or -1
   */
  public static LayoutMovement between(Layout before, Layout after, int[] partner) {
    float[] aligned = after.positions();
    Similarity.onto(before, after, partner).apply(aligned);
    Layout onto = new Layout(aligned, after.trainCount());
    double unit = Math.max(before.spread(), Float.MIN_NORMAL);
    double[] moved = new double[after.size()];
    for (int i = 0; i < moved.length; i++) {
      int p = partner[i];
      moved[i] =
          p < 0 ? Double.NaN : Math.hypot(onto.x(i) - before.x(p), onto.y(i) - before.y(p)) / unit;
    }
    return new LayoutMovement(onto, moved);
  }

  /** The second layout as it lies on the first. */
  public Layout aligned() {
    return aligned;
  }

  /** How far a point of the second layout moved, in spreads of the first; NaN if it was not in that. */
  public double moved(int point) {
    return moved[point];
  }

  /** Mean over the points that are in both; NaN if there are none. */
  public double mean() {
    return Arrays.stream(moved).filter(m -> !Double.isNaN(m)).average().orElse(Double.NaN);
  }

  /** A turn, a stretch and a shift. */
  private record Similarity(
      double xx, double xy, double yx, double yy, double shiftX, double shiftY) {
    static Similarity onto(Layout before, Layout after, int[] partner) {
      double[] m = moments(before, after, partner);
      double n = m[0];
      if (n < 2) {
        return new Similarity(1, 0, 0, 1, 0, 0);
      }
      double ax = m[1] / n;
      double ay = m[2] / n;
      double bx = m[3] / n;
      double by = m[4] / n;
      double cxx = m[5] - n * ax * bx;
      double cxy = m[6] - n * ax * by;
      double cyx = m[7] - n * ay * bx;
      double cyy = m[8] - n * ay * by;
      double spreadAfter = m[9] - n * (ax * ax + ay * ay);
      double spreadBefore = m[10] - n * (bx * bx + by * by);
      double turned = Math.hypot(cxx + cyy, cxy - cyx);
      double mirrored = Math.hypot(cxx - cyy, cxy + cyx);
      boolean mirror = mirrored > turned;
      double length = Math.max(turned, mirrored);
      if (length == 0 || spreadAfter <= 0) {
        return new Similarity(1, 0, 0, 1, bx - ax, by - ay);
      }
      double stretch = Math.sqrt(Math.max(0, spreadBefore) / spreadAfter);
      double cos = stretch * (mirror ? cxx - cyy : cxx + cyy) / length;
      double sin = stretch * (mirror ? cxy + cyx : cxy - cyx) / length;
      double xy = mirror ? sin : -sin;
      double yy = mirror ? -cos : cos;
      return new Similarity(cos, xy, sin, yy, bx - cos * ax - xy * ay, by - sin * ax - yy * ay);
    }

    /** Count, sums of both, products, squares. */
    private static double[] moments(Layout before, Layout after, int[] partner) {
      double[] m = new double[11];
      for (int i = 0; i < partner.length; i++) {
        if (partner[i] >= 0) {
          double ax = after.x(i);
          double ay = after.y(i);
          double bx = before.x(partner[i]);
          double by = before.y(partner[i]);
          double[] terms = {
            1,
            ax,
            ay,
            bx,
            by,
            ax * bx,
            ax * by,
            ay * bx,
            ay * by,
            ax * ax + ay * ay,
            bx * bx + by * by
          };
          for (int t = 0; t < m.length; t++) {
            m[t] += terms[t];
          }
        }
      }
      return m;
    }

    void apply(float[] places) {
      for (int i = 0; i < places.length; i += 2) {
        double x = places[i];
        double y = places[i + 1];
        places[i] = (float) (xx * x + xy * y + shiftX);
        places[i + 1] = (float) (yx * x + yy * y + shiftY);
      }
    }
  }
}
