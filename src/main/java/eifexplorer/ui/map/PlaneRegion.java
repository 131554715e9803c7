package eifexplorer.ui.map;

import eifexplorer.projection.Layout;
import java.util.stream.IntStream;

/**
 * A part of the plane with straight sides, as a lasso draws it; immutable.
 */
public final class PlaneRegion {
  private final double[] xs;
  private final double[] ys;

  /**
   * Copies the corners.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public PlaneRegion(double[] xs, double[] ys) {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(xs.length + " and " + ys.length);
    }
    this.xs = xs.clone();
    this.ys = ys.clone();
  }

  /** A rectangle by two corners. */
  public static PlaneRegion rectangle(double x0, double y0, double x1, double y1) {
    return new PlaneRegion(new double[] {x0, x1, x1, x0}, new double[] {y0, y0, y1, y1});
  }

  /** The points inside, in order. */
  public int[] points(Layout layout) {
    double left = IntStream.range(0, xs.length).mapToDouble(i -> xs[i]).min().orElse(0);
    double right = IntStream.range(0, xs.length).mapToDouble(i -> xs[i]).max().orElse(0);
    double low = IntStream.range(0, ys.length).mapToDouble(i -> ys[i]).min().orElse(0);
    double high = IntStream.range(0, ys.length).mapToDouble(i -> ys[i]).max().orElse(0);
    return IntStream.range(0, layout.size())
        .filter(
            i ->
                layout.x(i) >= left
                    && layout.x(i) <= right
                    && layout.y(i) >= low
                    && layout.y(i) <= high
                    && contains(layout.x(i), layout.y(i)))
        .toArray();
  }

  /** Whether a place is inside, by the parity of sides to its right. */
  boolean contains(double x, double y) {
    boolean inside = false;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      if (ys[i] > y != ys[j] > y
          && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
