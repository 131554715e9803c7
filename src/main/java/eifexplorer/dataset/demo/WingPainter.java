package eifexplorer.dataset.demo;

import java.awt.Shape;

/** Paints the folded wing, from the primaries at the bottom to the lesser coverts on top, in the body's frame. */
final class WingPainter {
  /** A row of coverts: how many, their size, the line of their tips, and how deep their bar is. */
  private record Row(
      int count,
      double length,
      double width,
      double tipX0,
      double tipY0,
      double tipX1,
      double tipY1,
      double bar) {}

  private static final Row GREATER = new Row(8, 17, 5.2, -10, -10.5, 1, 11, 1);
  private static final Row MEDIAN = new Row(6, 12, 5.4, 5, -13, 14, 7, .85);

  private final Anatomy anatomy;
  private final Plumage plumage;

  WingPainter(Anatomy anatomy, Plumage plumage) {
    this.anatomy = anatomy;
    this.plumage = plumage;
  }

  /** Paints the feathers. */
  void paint(Ink ink) {
    ink.in(anatomy.body());
    ink.fill(base(), Tint.brighten(plumage.colour(Tract.WING), -.12));
    primaries(ink);
    secondaries(ink);
    tertials(ink);
    coverts(ink, GREATER);
    lesserCoverts(ink);
    coverts(ink, MEDIAN);
    tuck(ink);
  }

  /** Wipes the border that lies under the feathers of shoulder and breast. */
  private void tuck(Ink ink) {
    double d = anatomy.depth();
    ink.wiping();
    ink.glow(31, -2, 11, 19, 0, 1);
    ink.glow(14, -19 * d, 30, 8, 0, 1);
    ink.glow(22, 12, 13, 7, 0, .8);
  }

  private Shape base() {
    double d = anatomy.depth();
    return Curve.closed(
        29, -3, 22, -13 * d, 6, -17 * d, -16, -14 * d, -40, -6, -61, 1, -42, 7, -18, 11, 4, 13, 22,
        8);
  }

  private void primaries(Ink ink) {
    for (int i = 0; i < 6; i++) {
      feather(ink, -4, 7 - i, -62 + 5.5 * i, 2.5 - 1.1 * i, 5, .45);
    }
  }

  private void secondaries(Ink ink) {
    double patch = plumage.strength(FieldMark.WING_PATCH);
    for (int i = 0; i < 6; i++) {
      double tipX = -26 - 1.8 * i;
      double y = 9.5 - 2.6 * i;
      feather(ink, 10, 9 - 2.4 * i, tipX, y, 6, .9);
      if (patch > 0 && i < 5) {
        double end = -6 - 12 * patch - 1.5 * i;
        ink.fill(
            Curve.blade(8, 9 - 2.4 * i, end, y + .2, 2.2 + 1.4 * patch),
            plumage.colour(FieldMark.WING_PATCH),
            Math.min(1, .3 + patch));
      }
    }
  }

  private void tertials(Ink ink) {
    for (int i = 0; i < 3; i++) {
      feather(ink, 6, -12 + i, -33 + 8 * i, -5.5 - 2.6 * i, 8.5, 1);
    }
  }

  private void lesserCoverts(Ink ink) {
    int rgb = Tint.mix(plumage.colour(Tract.WING), plumage.colour(Tract.BACK), .6);
    ink.fill(Curve.closed(30, -3, 23, -13, 10, -16, 4, -12, 9, -1, 13, 6, 24, 7), rgb);
  }

  /** Paints the coverts of a row, and on them their pale tips, which together make a wing bar. */
  private void coverts(Ink ink, Row row) {
    double bar = plumage.strength(FieldMark.WING_BARS);
    int rgb = Tint.mix(plumage.colour(Tract.WING), plumage.colour(Tract.BACK), .3);
    for (int i = row.count - 1; i >= 0; i--) {
      double t = i / (row.count - 1.0);
      double x = row.tipX0 + t * (row.tipX1 - row.tipX0);
      double y = row.tipY0 + t * (row.tipY1 - row.tipY0);
      double baseX = x + row.length;
      double baseY = y - 2 + 2 * t;
      Shape vane = Curve.blade(baseX, baseY, x, y, row.width);
      ink.fill(vane, rgb);
      ink.line(lowerEdge(baseX, baseY, x, y, row.width), .9, plumage.colour(Tract.WING_EDGES), .5);
      if (bar > 0) {
        double depth = row.bar * (1.4 + 2.8 * bar);
        ink.fill(
            Curve.blade(x + depth * 1.9, y - .2, x - .6, y, row.width * .92),
            plumage.colour(FieldMark.WING_BARS),
            Math.min(1, .35 + .8 * bar));
      }
    }
  }

  private void feather(
      Ink ink, double x0, double y0, double x1, double y1, double width, double edging) {
    int dark = plumage.colour(Tract.WING);
    ink.fill(Curve.blade(x0, y0, x1, y1, width), dark);
    ink.line(
        lowerEdge(x0, y0 + .4, x1, y1, width), 1, plumage.colour(Tract.WING_EDGES), .85 * edging);
    ink.line(lowerEdge(x0, y0, x1, y1, -width), .9, Tint.brighten(dark, -.5), .5);
  }

  /** The edge of a feather that the next one does not cover; a negative width gives the other edge. */
  private static Shape lowerEdge(double x0, double y0, double x1, double y1, double width) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    Outline line =
        new Outline()
            .at(x0 + .2 * dx, y0 + .2 * dy + .32 * width)
            .at(x0 + .6 * dx, y0 + .6 * dy + .5 * width)
            .at(x0 + .88 * dx, y0 + .88 * dy + .42 * width)
            .at(x1, y1);
    return line.open();
  }
}
