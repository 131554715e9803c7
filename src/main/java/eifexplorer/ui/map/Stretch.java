package eifexplorer.ui.map;

import org.jspecify.annotations.Nullable;

/**
 * A straight line in a picture, from a to b.
 *
 * @param ax from the left edge, in pixels
 * @param ay from the upper edge
 * @param bx from the left edge
 * @param by from the upper edge
 */
record Stretch(double ax, double ay, double bx, double by) {
  /** What of it lies in a rectangle, in the same direction; null if nothing does. */
  @Nullable Stretch within(double left, double above, double right, double below) {
    double dx = bx - ax;
    double dy = by - ay;
    double from = 0;
    double to = 1;
    // As Liang and Barsky do: each edge cuts something off where the line comes in, or where it
    // leaves.
    double[] along = {-dx, dx, -dy, dy};
    double[] room = {ax - left, right - ax, ay - above, below - ay};
    for (int edge = 0; edge < along.length; edge++) {
      double at = room[edge] / along[edge];
      if (along[edge] < 0) {
        from = Math.max(from, at);
      } else if (along[edge] > 0) {
        to = Math.min(to, at);
      } else if (room[edge] < 0) {
        return null;
      }
    }
    return from > to
        ? null
        : new Stretch(ax + from * dx, ay + from * dy, ax + to * dx, ay + to * dy);
  }
}
