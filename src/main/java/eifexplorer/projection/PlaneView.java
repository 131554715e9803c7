package eifexplorer.projection;

/**
 * Which part of the plane is seen in a picture of so many pixels; immutable.
 *
 * @param centreX the place in the middle of the picture
 * @param centreY the same, upwards
 * @param scale pixels a unit of the plane, above 0
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 */
public record PlaneView(double centreX, double centreY, double scale, double width, double height) {
  private static final double LARGEST = 1e7;
  private static final double SMALLEST = 1e-8;

  /** Keeps the scale in bounds. */
  public PlaneView {
    scale = Math.max(SMALLEST, Math.min(LARGEST, scale));
  }

  /** All of a layout, with a margin in pixels. */
  public static PlaneView all(Layout layout, double width, double height, double margin) {
    if (layout.size() == 0) {
      return new PlaneView(0, 0, 1, width, height);
    }
    double wide = (double) layout.right() - layout.left();
    double tall = (double) layout.top() - layout.bottom();
    double across = Math.max(1, width - 2 * margin) / Math.max(wide, 1e-6);
    double along = Math.max(1, height - 2 * margin) / Math.max(tall, 1e-6);
    return new PlaneView(
        layout.left() + wide / 2,
        layout.bottom() + tall / 2,
        Math.min(across, along),
        width,
        height);
  }

  /** Where a place is in the picture, from its left edge. */
  public double px(double x) {
    return (x - centreX) * scale + width / 2;
  }

  /** Where a place is in the picture, from its upper edge. */
  public double py(double y) {
    return height / 2 - (y - centreY) * scale;
  }

  /** The place at a pixel. */
  public double x(double px) {
    return (px - width / 2) / scale + centreX;
  }

  /** The place at a pixel. */
  public double y(double py) {
    return (height / 2 - py) / scale + centreY;
  }

  /** Larger, or smaller, about a pixel that stays where it is. */
  public PlaneView zoomed(double factor, double px, double py) {
    PlaneView other = new PlaneView(centreX, centreY, scale * factor, width, height);
    return new PlaneView(
        centreX + x(px) - other.x(px), centreY + y(py) - other.y(py), other.scale, width, height);
  }

  /** Moved with a pointer that went so many pixels. */
  public PlaneView dragged(double right, double down) {
    return new PlaneView(centreX - right / scale, centreY + down / scale, scale, width, height);
  }

  /** With another size, the same place in the middle. */
  public PlaneView resized(double newWidth, double newHeight) {
    return new PlaneView(centreX, centreY, scale, newWidth, newHeight);
  }

  /** Another place in the middle, at another scale. */
  public PlaneView at(double x, double y, double newScale) {
    return new PlaneView(x, y, newScale, width, height);
  }

  /** On the way to another view: this at 0, the other at 1; the scale goes by its logarithm. */
  public PlaneView towards(PlaneView other, double share) {
    return new PlaneView(
        centreX + share * (other.centreX - centreX),
        centreY + share * (other.centreY - centreY),
        scale * Math.pow(other.scale / scale, share),
        width,
        height);
  }

  /** Whether a place is in the picture, or outside by at most so many pixels. */
  public boolean shows(double x, double y, double margin) {
    double px = px(x);
    double py = py(y);
    return px >= -margin && py >= -margin && px <= width + margin && py <= height + margin;
  }
}
