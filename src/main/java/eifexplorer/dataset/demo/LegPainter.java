package eifexplorer.dataset.demo;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/** Paints the legs from the belly to the toes that grip the perch. */
final class LegPainter {
  private final Anatomy anatomy;
  private final Plumage plumage;
  private final AffineTransform perch;

  /** Legs on a perch of the given slope through the origin, in radians. */
  LegPainter(Anatomy anatomy, Plumage plumage, double slope) {
    this.anatomy = anatomy;
    this.plumage = plumage;
    this.perch = Anatomy.frame(0, 0, -slope, 1, 1);
  }

  /** The leg on the far side, to be painted before the body. */
  void far(Ink ink) {
    leg(ink, -12, -8, -.25);
  }

  /** The leg on the near side: the shank. */
  void near(Ink ink) {
    leg(ink, -3, 3, 0);
  }

  /** The feathered thigh, part of the body's outline. */
  void thigh(Ink ink) {
    double d = anatomy.depth();
    ink.in(anatomy.body());
    ink.fill(
        Curve.closed(6, 16 * d, -12, 14 * d, -19, 20 * d, -11, 28 * d, 0, 26 * d),
        plumage.colour(Tract.FLANKS));
  }

  private void leg(Ink ink, double hip, double along, double shade) {
    int rgb = Tint.brighten(plumage.colour(Tract.LEGS), shade);
    Point2D from = anatomy.body().transform(new Point2D.Double(hip, 19 * anatomy.depth()), null);
    Point2D foot = perch.transform(new Point2D.Double(along, -1.6), null);
    double midX = (from.getX() + foot.getX()) / 2 - 3;
    double midY = (from.getY() + foot.getY()) / 2;
    Shape shank = Curve.open(from.getX(), from.getY(), midX, midY, foot.getX(), foot.getY());
    ink.in(new AffineTransform());
    ink.line(shank, 3.2, Tint.brighten(rgb, -.35), 1);
    ink.line(shank, 2.1, rgb, 1);
    toes(ink, along, rgb);
  }

  private void toes(Ink ink, double along, int rgb) {
    ink.in(perch);
    double[] reach = {8.5, 6.5, 4.5};
    for (int i = 0; i < reach.length; i++) {
      toe(
          ink,
          Curve.open(
              along, -1.8, along + .55 * reach[i], -2.4 + .7 * i, along + reach[i], 1.2 + 1.2 * i),
          rgb);
    }
    toe(ink, Curve.open(along, -1.8, along - 3.4, -2, along - 5.8, 1.4), rgb);
  }

  private static void toe(Ink ink, Shape path, int rgb) {
    ink.line(path, 2.9, Tint.brighten(rgb, -.4), 1);
    ink.line(path, 1.8, rgb, 1);
  }
}
