package eifexplorer.image;

import eifexplorer.dataset.SubjectBox;

/**
 * The part of a picture that is shown where there is little room: what matters in it with its surroundings, and enough
 * around that for a place of any shape to be filled.
 *
 * @param region what is cut out of the picture
 * @param subject what of the region must be seen, in the region's own pixels
 */
public record SubjectCrop(PixelRectangle region, PixelRectangle subject) {
  /** A tight box is shown with this many times its width and height, so that a bird keeps its perch and its tail. */
  private static final double SURROUNDINGS = 1.35;

  /** Ratio of width to height of the widest place that a square subject can fill. */
  private static final double WIDEST_PLACE = 1.7;

  /**
   * The part around a box, which may lie partly or wholly outside the picture.
   *
   * @param picture as stored
   */
  public static SubjectCrop around(ImageSize picture, SubjectBox box) {
    double height = SURROUNDINGS * Math.max(box.width(), box.height());
    double width = Math.max(SURROUNDINGS * box.width(), WIDEST_PLACE * SURROUNDINGS * box.height());
    double centreX = box.left() + box.width() / 2;
    double centreY = box.top() + box.height() / 2;
    PixelRectangle region =
        new PixelRectangle(
            start(centreX, width, picture.width()),
            start(centreY, height, picture.height()),
            length(width, picture.width()),
            length(height, picture.height()));
    PixelRectangle subject =
        inside(
            region,
            centreX,
            centreY,
            SURROUNDINGS * box.width() / 2,
            SURROUNDINGS * box.height() / 2);
    return new SubjectCrop(region, subject);
  }

  /**
   * Longer side of the region, in pixels, when it is made smaller so that the subject's is {@code side}: once to twice that.
   */
  public int longSide(int side) {
    double subjectSide = Math.max(subject.width(), subject.height());
    double regionSide = Math.max(region.width(), region.height());
    return (int) Math.round(side * Math.max(1, Math.min(2, regionSide / subjectSide)));
  }

  private static int length(double wanted, int whole) {
    return (int) Math.max(1, Math.min(whole, Math.ceil(wanted)));
  }

  /** Moved into the picture rather than cut, so that the surroundings stay as wide. */
  private static int start(double centre, double wanted, int whole) {
    int length = length(wanted, whole);
    return (int) Math.round(Math.max(0, Math.min(whole - length, centre - length / 2.0)));
  }

  private static PixelRectangle inside(
      PixelRectangle region, double centreX, double centreY, double halfWidth, double halfHeight) {
    int left = clamp(Math.floor(centreX - halfWidth) - region.x(), region.width() - 1);
    int top = clamp(Math.floor(centreY - halfHeight) - region.y(), region.height() - 1);
    int right = clamp(Math.ceil(centreX + halfWidth) - region.x(), region.width());
    int bottom = clamp(Math.ceil(centreY + halfHeight) - region.y(), region.height());
    return new PixelRectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static int clamp(double value, int most) {
    return (int) Math.max(0, Math.min(most, value));
  }
}
