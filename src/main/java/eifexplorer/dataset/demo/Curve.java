package eifexplorer.dataset.demo;

import java.awt.geom.Path2D;

/** Smooth outlines through points given as {@code x0, y0, x1, y1, ...} (Catmull-Rom splines as Bezier curves). */
final class Curve {
  private Curve() {}

  /** A closed outline through all points. */
  static Path2D closed(double... xy) {
    int n = xy.length / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 0; i < n; i++) {
      segment(path, xy, (i + n - 1) % n, i, (i + 1) % n, (i + 2) % n);
    }
    path.closePath();
    return path;
  }

  /** An open line through all points. */
  static Path2D open(double... xy) {
    int n = xy.length / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 0; i + 1 < n; i++) {
      segment(path, xy, Math.max(0, i - 1), i, i + 1, Math.min(n - 1, i + 2));
    }
    return path;
  }

  /** A stripe along an open line, of full width in the middle and tapering to both ends. */
  static Path2D stripe(double width, double... xy) {
    int n = xy.length / 2;
    double[] border = new double[4 * n];
    for (int i = 0; i < n; i++) {
      double half = width * (i == 0 || i == n - 1 ? .22 : .5);
      border[2 * i] = xy[2 * i];
      border[2 * i + 1] = xy[2 * i + 1] - half;
      border[4 * n - 2 * i - 2] = xy[2 * i];
      border[4 * n - 2 * i - 1] = xy[2 * i + 1] + half;
    }
    return closed(border);
  }

  /** A straight-edged outline. */
  static Path2D polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }

  /** A feather, leaf or streak: pointed at its base, rounded towards its tip, widest past the middle. */
  static Path2D blade(double x0, double y0, double x1, double y1, double width) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = Math.sqrt(dx * dx + dy * dy);
    double nx = -dy / length * width / 2;
    double ny = dx / length * width / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(x0, y0);
    path.curveTo(
        x0 + .35 * dx + nx,
        y0 + .35 * dy + ny,
        x0 + .8 * dx + 1.6 * nx,
        y0 + .8 * dy + 1.6 * ny,
        x1,
        y1);
    path.curveTo(
        x0 + .8 * dx - 1.6 * nx,
        y0 + .8 * dy - 1.6 * ny,
        x0 + .35 * dx - nx,
        y0 + .35 * dy - ny,
        x0,
        y0);
    path.closePath();
    return path;
  }

  private static void segment(Path2D path, double[] xy, int before, int from, int to, int after) {
    path.curveTo(
        xy[2 * from] + (xy[2 * to] - xy[2 * before]) / 6,
        xy[2 * from + 1] + (xy[2 * to + 1] - xy[2 * before + 1]) / 6,
        xy[2 * to] - (xy[2 * after] - xy[2 * from]) / 6,
        xy[2 * to + 1] - (xy[2 * after + 1] - xy[2 * from + 1]) / 6,
        xy[2 * to],
        xy[2 * to + 1]);
  }
}
