package eifexplorer.ui.map;

import eifexplorer.job.ComputePool;
import eifexplorer.projection.Layout;
import java.util.stream.IntStream;

/** A part of the plane with straight sides, as a lasso draws it; immutable. */
public final class PlaneRegion {
  private static final int BANDS = 128;
  private static final int CHUNK = 8192;

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
    Bands bands = new Bands();
    int n = layout.size();
    boolean[] inside = new boolean[n];
    ComputePool.shared()
        .forEach(
            (n + CHUNK - 1) / CHUNK,
            chunk -> {
              for (int i = chunk * CHUNK; i < Math.min(n, (chunk + 1) * CHUNK); i++) {
                inside[i] = bands.contain(layout.x(i), layout.y(i));
              }
            });
    return IntStream.range(0, n).filter(i -> inside[i]).toArray();
  }

  /** Whether a place is inside. */
  boolean contains(double x, double y) {
    return new Bands().contain(x, y);
  }

  /** Whether the line to the right of a place meets a side. */
  private boolean isLeftOf(int i, double x, double y) {
    int j = i == 0 ? xs.length - 1 : i - 1;
    return ys[i] > y != ys[j] > y && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i];
  }

  /** The sides by height, so that a place is held against the few beside it: it is inside if it is left of an odd number. */
  private final class Bands {
    private final double low =
        IntStream.range(0, ys.length).mapToDouble(i -> ys[i]).min().orElse(0);
    private final double high =
        IntStream.range(0, ys.length).mapToDouble(i -> ys[i]).max().orElse(0);
    private final int[][] sides = new int[BANDS][];

    Bands() {
      for (int band = 0; band < BANDS; band++) {
        int of = band;
        sides[band] =
            IntStream.range(0, xs.length)
                .filter(
                    i -> {
                      int j = i == 0 ? xs.length - 1 : i - 1;
                      return band(Math.min(ys[i], ys[j])) <= of
                          && of <= band(Math.max(ys[i], ys[j]));
                    })
                .toArray();
      }
    }

    private int band(double y) {
      return (int) Math.max(0, Math.min(BANDS - 1, BANDS * (y - low) / (high - low)));
    }

    boolean contain(double x, double y) {
      if (!(y >= low && y <= high)) {
        return false;
      }
      boolean inside = false;
      for (int side : sides[band(y)]) {
        inside ^= isLeftOf(side, x, y);
      }
      return inside;
    }
  }
}
