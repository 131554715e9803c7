package eifexplorer.dataset.demo;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Paints the head: ground colours, marks, bill and eye, all in the head's frame. */
final class HeadPainter {
  private static final double EYE_Y = -3.2;

  private final Anatomy anatomy;
  private final Build build;
  private final Plumage plumage;
  private final double yaw;

  HeadPainter(Anatomy anatomy, Build build, Plumage plumage, double yaw) {
    this.anatomy = anatomy;
    this.build = build;
    this.plumage = plumage;
    this.yaw = yaw;
  }

  /** Lays down the silhouette of skull and crest. */
  Ink outlined(Ink ink) {
    ink.in(anatomy.head()).fill(anatomy.skull(), plumage.colour(Tract.FACE));
    if (build.crest() > 0) {
      ink.fill(crest(), plumage.colour(Tract.CROWN));
    }
    return ink;
  }

  /** Paints the soft ground colours and the large patches. */
  void ground(Ink ink) {
    ink.in(anatomy.head()).within();
    ink.glow(-1, 3, 24, 21, plumage.colour(Tract.FACE), 1);
    ink.fill(
        Curve.closed(20, 2, 9, 6.5, 0, 10, -5, 17, 4, 27, 18, 26, 27, 12),
        plumage.colour(Tract.THROAT));
    patch(ink, FieldMark.CHEEK, Curve.closed(9, 2, 2, 0, -8, 0, -14, 5, -9, 12, 1, 12.5, 8, 8));
    double bib = plumage.strength(FieldMark.BIB);
    if (bib > 0) {
      ink.fill(
          Curve.closed(
              20,
              2.5,
              11,
              5.5,
              7 - 4 * bib,
              12,
              5 - 6 * bib,
              12 + 16 * bib,
              14,
              15 + 20 * bib,
              26,
              10 + 10 * bib,
              26,
              5),
          plumage.colour(FieldMark.BIB));
    }
    ink.fill(
        Curve.closed(
            20, -5.5, 9, -8.5, -3, -7.5, -12, -3, -19, 5, -25, 10, -32, -4, -18, -30, 6, -30, 24,
            -14),
        plumage.colour(Tract.CROWN));
    ink.glow(-19, 12, 9, 12, plumage.colour(Tract.BACK), .8);
  }

  /** Paints stripes and masks. */
  void marks(Ink ink) {
    ink.in(anatomy.head()).within();
    stripe(ink, FieldMark.CROWN_STRIPE, 4.4, 16, -9, 6, -13.5, -6, -13, -17, -5);
    double mask = plumage.strength(FieldMark.MASK);
    if (mask > 0) {
      double m = 2.5 + 3.5 * mask;
      ink.fill(
          Curve.closed(
              20,
              -1 - .4 * m,
              9,
              -3.5 - .8 * m,
              -3,
              -3 - .8 * m,
              -15,
              2 - .4 * m,
              -17,
              4 + .5 * m,
              -5,
              2 + .8 * m,
              8,
              1 + .4 * m,
              20,
              2),
          plumage.colour(FieldMark.MASK));
    }
    patch(ink, FieldMark.FOREHEAD, Curve.closed(21, 0, 10, -5, 7, -20, 16, -18, 22, -8));
    stripe(ink, FieldMark.EYE_LINE, 3.4, 18, -2, 8, -3, -3, -2, -13, 1.5);
    stripe(ink, FieldMark.EYEBROW, 4.6, 17.5, -5.5, 9, -9, -2, -8.6, -14, -3.5);
    stripe(ink, FieldMark.MALAR, 4.2, 15, 5.5, 9, 10, 3, 15);
  }

  /** Paints the upper and the lower half of the bill. */
  void bill(Ink ink) {
    double length = build.billLength() * (1 - .3 * yaw);
    int rgb = plumage.colour(Tract.BILL);
    ink.in(anatomy.head());
    ink.fill(lower(length), Tint.brighten(rgb, .12));
    ink.fill(upper(length), rgb);
    ink.line(gape(length), .7, Tint.brighten(rgb, -.55), .8);
    ink.oval(19.5, -2.4, 1, .6, Tint.brighten(rgb, -.6), .8);
  }

  /** Paints the eye with the reflection of the light. */
  void eye(Ink ink, double lightX, double lightY, boolean mirrored) {
    double x = 7.6 + 1.6 * yaw;
    ink.in(anatomy.head());
    double ring = plumage.strength(FieldMark.EYE_RING);
    ink.oval(x, EYE_Y, 5.4, 5, 0x17120f, .35);
    if (ring > 0) {
      ink.line(
          new Ellipse2D.Double(x - 4.9, EYE_Y - 4.8, 9.8, 9.6),
          2 * ring,
          plumage.colour(FieldMark.EYE_RING),
          1);
    }
    ink.oval(x, EYE_Y, 4.1, 4.1, 0x120d0b, 1);
    ink.oval(x, EYE_Y, 3.5, 3.5, 0x4a2f1e, 1);
    ink.oval(x, EYE_Y, 2.6, 2.6, 0x080607, 1);
    double side = mirrored ? -1 : 1;
    ink.oval(x - .9 * side * lightX, EYE_Y + 2.2, 1.7, .8, 0xb0c4d8, .35);
    ink.oval(x + 1.5 * side * lightX, EYE_Y + 1.6 * lightY, 1.15, 1.05, 0xffffff, .98);
  }

  private void patch(Ink ink, FieldMark mark, Shape shape) {
    if (plumage.strength(mark) > 0) {
      ink.fill(shape, plumage.colour(mark), plumage.strength(mark));
    }
  }

  private void stripe(Ink ink, FieldMark mark, double width, double... xy) {
    double strength = plumage.strength(mark);
    if (strength > 0) {
      Shape shape = Curve.stripe(width * (.4 + .6 * strength), xy);
      ink.fill(shape, plumage.colour(mark), Math.min(1, .3 + strength));
    }
  }

  private Shape crest() {
    double h = build.crest();
    return Curve.closed(
        13,
        -11,
        4,
        -16 - 6 * h,
        -8,
        -18 - 12 * h,
        -21,
        -18 - 17 * h,
        -17,
        -16 - 5 * h,
        -17,
        -7,
        -2,
        -8);
  }

  private Shape upper(double l) {
    return switch (build.bill()) {
      case THIN -> beak(16, -5, 17 + .55 * l, -2.6, 17 + l, 1.2, 17 + .5 * l, 1.1, 16, 1.4);
      case STUBBY -> beak(15, -6.2, 17 + .6 * l, -4, 17 + l, .8, 17 + .5 * l, 1, 15, 1.4);
      case CONICAL -> beak(14, -8.2, 17 + .6 * l, -5.6, 17 + l, 2, 17 + .5 * l, 1.4, 15, 2.4);
      case HOOKED -> hook(l);
      case DECURVED -> beak(15, -4.2, 17 + .62 * l, -5.4, 17 + l, 10, 17 + .55 * l, -1.2, 15, 1);
    };
  }

  private Shape lower(double l) {
    return switch (build.bill()) {
      case THIN -> beak(16, 0, 17 + .5 * l, .6, 17 + .93 * l, 1.3, 17 + .4 * l, 3.4, 15, 4.2);
      case STUBBY -> beak(15, 0, 17 + .5 * l, .6, 17 + .9 * l, 1.2, 17 + .5 * l, 4, 14, 5);
      case CONICAL -> beak(15, 1, 17 + .5 * l, 1, 17 + .92 * l, 2.2, 17 + .45 * l, 6.4, 13, 8);
      case HOOKED -> beak(15, 0, 17 + .5 * l, .6, 17 + .86 * l, 1.8, 17 + .5 * l, 4.6, 14, 5.4);
      case DECURVED -> beak(15, 0, 17 + .55 * l, -2.2, 17 + .97 * l, 10, 17 + .5 * l, 2, 15, 3.2);
    };
  }

  private Shape gape(double l) {
    double bend = build.bill() == BillShape.DECURVED ? -1.6 : .9;
    double end = build.bill() == BillShape.DECURVED ? 9 : 1.4;
    Path2D path = new Path2D.Double();
    path.moveTo(15, 1);
    path.quadTo(17 + .55 * l, bend, 17 + .93 * l, end);
    return path;
  }

  private static Shape hook(double l) {
    return Curve.closed(
        15,
        -6,
        17 + .45 * l,
        -5.4,
        17 + .85 * l,
        -3,
        17 + l,
        1.6,
        17 + .97 * l,
        4.6,
        17 + .86 * l,
        1.6,
        17 + .5 * l,
        1.4,
        15,
        1.6);
  }

  /** Base, control point, tip, control point, base. */
  private static Shape beak(
      double x0,
      double y0,
      double cx,
      double cy,
      double tipX,
      double tipY,
      double dx,
      double dy,
      double x1,
      double y1) {
    Path2D path = new Path2D.Double();
    path.moveTo(x0, y0);
    path.quadTo(cx, cy, tipX, tipY);
    path.quadTo(dx, dy, x1, y1);
    path.closePath();
    return path;
  }
}
