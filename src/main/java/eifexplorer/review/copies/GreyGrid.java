package eifexplorer.review.copies;

import eifexplorer.review.copies.PictureComparison.Window;

/** Brightness on a square grid, for laying pictures over each other. Immutable. */
final class GreyGrid {
  /** A picture that varies less than this is of one colour. */
  private static final double LEAST_DEVIATION = 2;

  private static final float NOISE = 4;

  private final int side;
  private final float[] values;

  /** Of values that become its own, row by row [side²]. */
  GreyGrid(int side, float[] values) {
    this.side = side;
    this.values = values;
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
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / values.length;
    return squares / values.length - mean * mean < LEAST_DEVIATION * LEAST_DEVIATION;
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
    float[] out = new float[values.length];
    for (int y = 0; y < side; y++) {
      double sourceY = (window.y() + window.height() * (y + 0.5) / side) * side - 0.5;
      for (int x = 0; x < side; x++) {
        double sourceX = (window.x() + window.width() * (x + 0.5) / side) * side - 0.5;
        out[y * side + x] = (float) between(sourceX, sourceY);
      }
    }
    return new GreyGrid(side, out);
  }

  /** Brightness between the cells' centres; beyond the outer ones theirs. */
  double between(double x, double y) {
    double cx = Math.max(0, Math.min(side - 1, x));
    double cy = Math.max(0, Math.min(side - 1, y));
    int x0 = Math.min(side - 2, (int) cx);
    int y0 = Math.min(side - 2, (int) cy);
    double fx = cx - x0;
    double fy = cy - y0;
    double upper = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
    double lower = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  }

  /** Pearson's correlation with another grid of the same side; 0 if one is of a single value. */
  double correlation(GreyGrid other) {
    return correlation(values, other.values);
  }

  /** Correlation of the differences between neighbouring cells, across and down. */
  double edgeCorrelation(GreyGrid other) {
    return correlation(edges(), other.edges());
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

  private static double correlation(float[] a, float[] b) {
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int i = 0; i < a.length; i++) {
      sumA += a[i];
      sumB += b[i];
      squaresA += (double) a[i] * a[i];
      squaresB += (double) b[i] * b[i];
      products += (double) a[i] * b[i];
    }
    double n = a.length;
    double variances = (squaresA - sumA * sumA / n) * (squaresB - sumB * sumB / n);
    return variances <= 0 ? 0 : (products - sumA * sumB / n) / Math.sqrt(variances);
  }
}
