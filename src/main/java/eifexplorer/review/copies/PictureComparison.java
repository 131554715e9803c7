package eifexplorer.review.copies;

import java.util.Optional;

/**
 * Tells copies of one photograph from pictures that look alike.
 *
 * <p>Two signatures are laid over each other: as they are, mirrored, and with either as a part of the other. For a part its
 * place and size are sought coarsely and then refined by Gauss-Newton steps on the brightness (Lucas and Kanade 1981). What
 * counts is the correlation of the brightness and that of its edges: pictures that look alike agree in their light and dark
 * places, hardly ever in their edges too.
 */
final class PictureComparison {
  /**
   * What two pictures have in common where they lie over each other.
   *
   * @param kind how one would be the other's copy
   * @param brightness correlation of the brightness, -1..1
   * @param edges correlation of the differences between neighbouring cells, -1..1
   * @param sparse whether one of them shows little, as a stroke on paper does: then much agrees by chance
   */
  record Likeness(CopyKind kind, double brightness, double edges, boolean sparse) {
    boolean isCopy() {
      if (sparse) {
        return brightness >= SPARSE_BRIGHTNESS && edges >= SPARSE_EDGES;
      }
      return kind == CopyKind.CROP
          ? brightness >= CROP_BRIGHTNESS && edges >= CROP_EDGES
          : brightness >= WHOLE_BRIGHTNESS && edges >= WHOLE_EDGES;
    }

    double value() {
      return Math.min(brightness, edges);
    }
  }

  static final double WHOLE_BRIGHTNESS = 0.9;
  static final double WHOLE_EDGES = 0.75;
  static final double CROP_BRIGHTNESS = 0.9;
  static final double CROP_EDGES = 0.8;
  static final double SPARSE_BRIGHTNESS = 0.97;
  static final double SPARSE_EDGES = 0.95;

  /** No kind of copy agrees less; the edges of what does are not looked at. */
  private static final double LEAST_BRIGHTNESS = Math.min(WHOLE_BRIGHTNESS, CROP_BRIGHTNESS);

  private static final Likeness UNLIKE = new Likeness(CopyKind.CROP, -1, -1, false);

  /** A picture shows little if no more of the differences between neighbouring cells are worth the name. */
  private static final double SPARSE = 0.12;

  /** Pictures of so different shapes are not one whole. */
  private static final double SAME_SHAPE = 1.04;

  private PictureComparison() {}

  /**
   * How much two pictures are alike, at their best; empty if one of them is of a single colour.
   *
   * @param parts whether one may be a part of the other, which takes a hundred times as long
   */
  static Optional<Likeness> best(PictureSignature first, PictureSignature second, boolean parts) {
    GreyGrid a = GreyGrid.of(first);
    GreyGrid b = GreyGrid.of(second);
    if (a.isFlat() || b.isFlat()) {
      return Optional.empty();
    }
    GreyGrid mirrored = b.mirrored();
    Likeness best = UNLIKE;
    double shapes = first.aspect() / second.aspect();
    if (Math.max(shapes, 1 / shapes) <= SAME_SHAPE) {
      best = better(best, over(CopyKind.NEAR_COPY, a, b, Window.WHOLE));
      best = better(best, over(CopyKind.MIRRORED, a, mirrored, Window.WHOLE));
    }
    if (parts && !best.isCopy()) {
      best = better(best, part(a, b));
      best = better(best, part(b, a));
      best = better(best, part(a, mirrored));
      best = better(best, part(mirrored, a));
    }
    return Optional.of(best);
  }

  private static Likeness better(Likeness one, Likeness other) {
    return other.value() > one.value() ? other : one;
  }

  private static Likeness over(CopyKind kind, GreyGrid a, GreyGrid b, Window window) {
    GreyGrid part = window.equals(Window.WHOLE) ? b : b.seen(window);
    double brightness = a.correlation(part);
    if (brightness < LEAST_BRIGHTNESS) {
      return UNLIKE;
    }
    boolean sparse = Math.min(a.busy(), b.busy()) < SPARSE;
    return new Likeness(kind, brightness, a.edgeCorrelation(part), sparse);
  }

  /** The likeness of a picture with the part of another that is most like it. */
  private static Likeness part(GreyGrid picture, GreyGrid whole) {
    return WindowSearch.best(picture, whole)
        .map(window -> over(CopyKind.CROP, picture, whole, window))
        .orElse(UNLIKE);
  }

  /**
   * A part of a picture, in shares of its sides.
   *
   * @param x left side, 0..1
   * @param y upper side, 0..1
   * @param width above 0 to 1
   * @param height above 0 to 1
   */
  record Window(double x, double y, double width, double height) {
    static final Window WHOLE = new Window(0, 0, 1, 1);

    /** The window within the picture that is nearest to this one. */
    Window within() {
      double w = Math.max(LEAST, Math.min(1, width));
      double h = Math.max(LEAST, Math.min(1, height));
      return new Window(Math.max(0, Math.min(1 - w, x)), Math.max(0, Math.min(1 - h, y)), w, h);
    }

    private static final double LEAST = 0.35;
  }
}
