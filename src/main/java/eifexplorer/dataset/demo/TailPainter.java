package eifexplorer.dataset.demo;

import java.awt.Shape;

/** Paints the tail as a narrow fan of feathers, in the tail's frame. */
final class TailPainter {
  private static final int FEATHERS = 5;

  private final Anatomy anatomy;
  private final Build build;
  private final Plumage plumage;

  TailPainter(Anatomy anatomy, Build build, Plumage plumage) {
    this.anatomy = anatomy;
    this.build = build;
    this.plumage = plumage;
  }

  /** Paints the feathers, the lowest first. */
  void paint(Ink ink) {
    ink.in(anatomy.tail());
    int rgb = plumage.colour(Tract.TAIL);
    for (int i = 0; i < FEATHERS; i++) {
      double t = .5 - i / (FEATHERS - 1.0);
      double length = build.tailLength() * (1 - .05 * t);
      Shape vane = vane(-10, 2.5 * t, length, 9 * t, 5.2);
      ink.fill(vane, Tint.brighten(rgb, -.12 * t));
      ink.line(vane, .8, Tint.brighten(rgb, .35), .5);
      if (i == 0) {
        outerEdge(ink, length, t);
      }
      ink.line(Curve.open(0, 2.5 * t, length * .95, 9 * t), .5, Tint.brighten(rgb, -.4), .6);
    }
  }

  private void outerEdge(Ink ink, double length, double t) {
    double strength = plumage.strength(FieldMark.OUTER_TAIL);
    if (strength > 0) {
      ink.line(
          Curve.open(8, 2.5 * t + 1.6, length * .6, 8 * t + 2, length - 1, 9 * t + .8),
          2.6 * strength,
          plumage.colour(FieldMark.OUTER_TAIL),
          .95);
    }
  }

  private static Shape vane(double x0, double y0, double x1, double y1, double width) {
    double h = width / 2;
    double middle = y0 * .4 + y1 * .6;
    Outline outline =
        new Outline()
            .at(x0, y0 - h * .7)
            .at(x1 * .6, middle - h)
            .at(x1 - 2.5, y1 - h * .95)
            .at(x1, y1)
            .at(x1 - 2.5, y1 + h * .95)
            .at(x1 * .6, middle + h)
            .at(x0, y0 + h * .7);
    return outline.closed();
  }
}
