package eifexplorer.dataset.demo;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;

/** Paints the head: ground colours, marks and eye, all in the head's frame. */
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
  void outline(Ink ink) {
    ink.in(anatomy.head()).fill(anatomy.skull(), plumage.colour(Tract.FACE));
    if (build.crest() > 0) {
      ink.fill(crest(), plumage.colour(Tract.CROWN));
    }
  }

  /** Paints the soft ground colours and the large patches. */
  void ground(Ink ink) {
    ink.in(anatomy.head()).within();
    ink.glow(-1, 3, 24, 21, plumage.colour(Tract.FACE), 1);
    ink.fill(
        Curve.closed(20, 2, 9, 6.5, 0, 10, -5, 17, 4, 27, 18, 26, 27, 12),
        plumage.colour(Tract.THROAT));
    patch(ink, FieldMark.CHEEK, Curve.closed(9, 2, 2, 0, -8, 0, -14, 5, -9, 12, 1, 12.5, 8, 8));
    bib(ink);
    ink.fill(
        Curve.closed(
            20, -5.5, 9, -8.5, -3, -7.5, -12, -3, -19, 5, -25, 10, -32, -4, -18, -30, 6, -30, 24,
            -14),
        plumage.colour(Tract.CROWN));
    ink.glow(-19, 12, 9, 12, plumage.colour(Tract.BACK), .8);
  }

  private void bib(Ink ink) {
    double b = plumage.strength(FieldMark.BIB);
    if (b > 0) {
      Outline outline =
          new Outline()
              .at(20, 2.5)
              .at(11, 5.5)
              .at(7 - 4 * b, 12)
              .at(5 - 6 * b, 12 + 16 * b)
              .at(14, 15 + 20 * b)
              .at(26, 10 + 10 * b)
              .at(26, 5);
      ink.fill(outline.closed(), plumage.colour(FieldMark.BIB));
    }
  }

  /** Paints stripes and masks. */
  void marks(Ink ink) {
    ink.in(anatomy.head()).within();
    stripe(ink, FieldMark.CROWN_STRIPE, 4.4, 16, -9, 6, -13.5, -6, -13, -17, -5);
    mask(ink);
    patch(ink, FieldMark.FOREHEAD, Curve.closed(21, 0, 10, -5, 7, -20, 16, -18, 22, -8));
    stripe(ink, FieldMark.EYE_LINE, 3.4, 18, -2, 8, -3, -3, -2, -13, 1.5);
    stripe(ink, FieldMark.EYEBROW, 4.6, 17.5, -5.5, 9, -9, -2, -8.6, -14, -3.5);
    stripe(ink, FieldMark.MALAR, 4.2, 15, 5.5, 9, 10, 3, 15);
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

  private void mask(Ink ink) {
    double strength = plumage.strength(FieldMark.MASK);
    if (strength > 0) {
      double m = 2.5 + 3.5 * strength;
      Outline outline =
          new Outline()
              .at(20, -1 - .4 * m)
              .at(9, -3.5 - .8 * m)
              .at(-3, -3 - .8 * m)
              .at(-15, 2 - .4 * m)
              .at(-17, 4 + .5 * m)
              .at(-5, 2 + .8 * m)
              .at(8, 1 + .4 * m)
              .at(20, 2);
      ink.fill(outline.closed(), plumage.colour(FieldMark.MASK));
    }
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
    Outline outline =
        new Outline()
            .at(13, -11)
            .at(4, -16 - 6 * h)
            .at(-8, -18 - 12 * h)
            .at(-21, -18 - 17 * h)
            .at(-17, -16 - 5 * h)
            .at(-17, -7)
            .at(-2, -8);
    return outline.closed();
  }
}
