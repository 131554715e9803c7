package eifexplorer.dataset.demo;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** Paints the bill, in the head's frame. */
final class BillPainter {
  private final Anatomy anatomy;
  private final Build build;
  private final Plumage plumage;
  private final double yaw;

  BillPainter(Anatomy anatomy, Build build, Plumage plumage, double yaw) {
    this.anatomy = anatomy;
    this.build = build;
    this.plumage = plumage;
    this.yaw = yaw;
  }

  /** Paints the upper and the lower half of the bill. */
  void paint(Ink ink) {
    double length = build.billLength() * (1 - .3 * yaw);
    int rgb = plumage.colour(Tract.BILL);
    ink.in(anatomy.head());
    ink.fill(lower(length), Tint.brighten(rgb, .12));
    ink.fill(upper(length), rgb);
    ink.line(gape(length), .7, Tint.brighten(rgb, -.55), .8);
    ink.oval(19.5, -2.4, 1, .6, Tint.brighten(rgb, -.6), .8);
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
    Outline outline =
        new Outline()
            .at(15, -6)
            .at(17 + .45 * l, -5.4)
            .at(17 + .85 * l, -3)
            .at(17 + l, 1.6)
            .at(17 + .97 * l, 4.6)
            .at(17 + .86 * l, 1.6)
            .at(17 + .5 * l, 1.4)
            .at(15, 1.6);
    return outline.closed();
  }

  /** Base, control point, tip, control point, base, as x and y each. */
  private static Shape beak(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    path.quadTo(xy[2], xy[3], xy[4], xy[5]);
    path.quadTo(xy[6], xy[7], xy[8], xy[9]);
    path.closePath();
    return path;
  }
}
