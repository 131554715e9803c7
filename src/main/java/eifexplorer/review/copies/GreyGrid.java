package eifexplorer.review.copies;

import eifexplorer.review.copies.PictureComparison.Window;

/** Brightness on a square grid, for laying pictures over each other. Immutable. */
final class GreyGrid {
  /** A picture that varies less than this is of one colour. */
  private static final double LEAST_DEVIATION = 2;

  private static final float NOISE = 4;

  private final int side;
  private final float[] values;
  private final Moments moments;

  /** Of values that become its own, row by row [side²]. */
  GreyGrid(int side, float[] values) {
    this.side = side;
    this.values = values;
    this.moments = Moments.of(values);
  }

  static GreyGrid of(PictureSignature signature) {
    return new GreyGrid(PictureSignature.SIDE, signature.values());
  }

  int side() {
    return side;
  }

  float at(int x, int y) {
    return values[y * side + x];
  }

  boolean isFlat() {
    return moments.variation() < LEAST_DEVIATION * LEAST_DEVIATION * values.length;
  }

  GreyGrid mirrored() {
    float[] out = new float[values.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        out[y * side + x] = at(side - 1 - x, y);
      }
    }
    return new GreyGrid(side, out);
  }

  /** Half as many cells along each side. */
  GreyGrid halved() {
    int half = side / 2;
    float[] out = new float[half * half];
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < half; x++) {
        out[y * half + x] =
            (at(2 * x, 2 * y)
                    + at(2 * x + 1, 2 * y)
                    + at(2 * x, 2 * y + 1)
                    + at(2 * x + 1, 2 * y + 1))
                / 4;
      }
    }
    return new GreyGrid(half, out);
  }

  /** A part of it on a grid of the same side, bilinear. */
  GreyGrid seen(Window window) {
    return new GreyGrid(side, between(across(window, 0), down(window, 0)));
  }

  /** Where a window's columns lie in this grid, moved to the right by so many cells. */
  Places across(Window window, double moved) {
    return Places.of(side, window.x(), window.width(), moved);
  }

  /** Where a window's rows lie in this grid, moved down by so many cells. */
  Places down(Window window, double moved) {
    return Places.of(side, window.y(), window.height(), moved);
  }

  /** Brightness between the cells' centres [side²], row by row; beyond the outer ones theirs. */
  float[] between(Places columns, Places rows) {
    float[] out = new float[values.length];
    int to = 0;
    for (int y = 0; y < side; y++) {
      int upperRow = rows.cells()[y] * side;
      double fy = rows.shares()[y];
      for (int x = 0; x < side; x++) {
        int cell = upperRow + columns.cells()[x];
        double fx = columns.shares()[x];
        double upper = values[cell] * (1 - fx) + values[cell + 1] * fx;
        double lower = values[cell + side] * (1 - fx) + values[cell + side + 1] * fx;
        out[to++] = (float) (upper * (1 - fy) + lower * fy);
      }
    }
    return out;
  }

  /**
   * Places between the cells of a grid along one of its sides.
   *
   * @param cells the cell before each place [side], 0..side-2
   * @param shares how far each lies on the way to the next cell [side], 0..1
   */
  record Places(int[] cells, double[] shares) {
    static Places of(int side, double from, double length, double moved) {
      int[] cells = new int[side];
      double[] shares = new double[side];
      for (int i = 0; i < side; i++) {
        double place = (from + length * ((i + 0.5) / side)) * side - 0.5 + moved;
        double inside = Math.max(0, Math.min(side - 1, place));
        cells[i] = Math.min(side - 2, (int) inside);
        shares[i] = inside - cells[i];
      }
      return new Places(cells, shares);
    }
  }

  /** Pearson's correlation with another grid of the same side; 0 if one is of a single value. */
  double correlation(GreyGrid other) {
    return correlation(values, moments, other.values, other.moments);
  }

  /** Correlation of the differences between neighbouring cells, across and down. */
  double edgeCorrelation(GreyGrid other) {
    float[] own = edges();
    float[] others = other.edges();
    return correlation(own, Moments.of(own), others, Moments.of(others));
  }

  /** Share of the differences between neighbouring cells that are more than noise, 0..1. */
  double busy() {
    float[] edges = edges();
    int more = 0;
    for (float edge : edges) {
      more += Math.abs(edge) > NOISE ? 1 : 0;
    }
    return (double) more / edges.length;
  }

  private float[] edges() {
    int inner = side - 1;
    float[] edges = new float[2 * inner * inner];
    int to = 0;
    for (int y = 0; y < inner; y++) {
      for (int x = 0; x < inner; x++) {
        edges[to++] = at(x + 1, y) - at(x, y);
        edges[to++] = at(x, y + 1) - at(x, y);
      }
    }
    return edges;
  }

  private static double correlation(float[] a, Moments ofA, float[] b, Moments ofB) {
    double products = 0;
    for (int i = 0; i < a.length; i++) {
      products += (double) a[i] * b[i];
    }
    double variations = ofA.variation() * ofB.variation();
    return variations <= 0
        ? 0
        : (products - ofA.sum() * ofB.sum() / a.length) / Math.sqrt(variations);
  }

  /** Sums over values; {@code variation} is that of the squared differences from their mean. */
  private record Moments(double sum, double variation) {
    static Moments of(float[] values) {
      double sum = 0;
      double squares = 0;
      for (float value : values) {
        sum += value;
        squares += (double) value * value;
      }
      return new Moments(sum, squares - sum * sum / values.length);
    }
  }
}
