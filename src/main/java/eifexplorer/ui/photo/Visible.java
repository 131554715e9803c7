package eifexplorer.ui.photo;

/**
 * The part of a picture that a pane shows at a zoom.
 *
 * @param x left edge in the picture's pixels
 * @param y upper edge
 * @param width of the part
 * @param height of the part
 * @param scale screen points per pixel
 */
record Visible(double x, double y, double width, double height, double scale) {
  /** Beyond this a small picture that fits is not enlarged: twice its pixels. */
  private static final double LARGEST_FIT = 2;

  /** What a pane of this size shows of a picture of that size. */
  static Visible of(
      double paneWidth, double paneHeight, double width, double height, Zoom.State zoom) {
    double fit = Math.min(LARGEST_FIT, Math.min(paneWidth / width, paneHeight / height));
    double wanted = (zoom.actual() ? 1 : fit) * zoom.factor();
    double scale = Math.max(wanted, Math.min(fit, 1));
    double partWidth = Math.min(width, paneWidth / scale);
    double partHeight = Math.min(height, paneHeight / scale);
    return new Visible(
        start(zoom.x(), width, partWidth),
        start(zoom.y(), height, partHeight),
        partWidth,
        partHeight,
        scale);
  }

  private static double start(double centre, double whole, double part) {
    return Math.max(0, Math.min(whole - part, centre * whole - part / 2));
  }
}
