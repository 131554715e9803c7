package eifexplorer.dataset.demo;

import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;

/** Paints trunk and neck: ground colours first, then bands and streaks. */
final class TrunkPainter {
  private final Anatomy anatomy;
  private final Plumage plumage;

  TrunkPainter(Anatomy anatomy, Plumage plumage) {
    this.anatomy = anatomy;
    this.plumage = plumage;
  }

  /** Lays down the silhouette and the soft ground colours. */
  void ground(Ink ink) {
    double d = anatomy.depth();
    ink.in(new AffineTransform()).fill(anatomy.neck(), plumage.colour(Tract.BACK));
    ink.in(anatomy.body()).fill(anatomy.trunk(), plumage.colour(Tract.BACK));
    ink.within();
    ink.fill(
        Curve.closed(
            60, -10, 42, -6, 24, 2, 0, 6, -24, 6, -54, 2, -60, 30, -10, 46, 40, 44, 66, 20),
        plumage.colour(Tract.BELLY));
    ink.glow(-10, 15 * d, 34, 13, plumage.colour(Tract.FLANKS), .95);
    ink.glow(38, 12, 30, 27, plumage.colour(Tract.BREAST), 1);
    ink.glow(26, 12, 22, 18, plumage.colour(Tract.BREAST), .8);
    ink.glow(-36, -9, 20, 11, plumage.colour(Tract.RUMP), .9);
  }

  /** Adds the marks, on top of the softened ground. */
  void marks(Ink ink, SplittableRandom random) {
    ink.in(anatomy.body()).within();
    double band = plumage.strength(FieldMark.BREAST_BAND);
    if (band > 0) {
      ink.line(
          Curve.open(22, 6, 30, 14, 37, 20, 40, 26),
          11 * band,
          plumage.colour(FieldMark.BREAST_BAND),
          .95);
    }
    streaks(ink, random, FieldMark.BREAST_STREAKS, -22, 42, 3, 23 * anatomy.depth());
    streaks(ink, random, FieldMark.BACK_STREAKS, -26, 26, -22 * anatomy.depth(), -9);
    // Where no light reaches, under the belly.
    ink.glow(-14, 34 * anatomy.depth(), 46, 20, 0x201a18, .35);
  }

  private void streaks(
      Ink ink,
      SplittableRandom random,
      FieldMark mark,
      double left,
      double right,
      double top,
      double bottom) {
    double strength = plumage.strength(mark);
    int count = (int) Math.round(46 * strength);
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble(left, right);
      double y = random.nextDouble(top, bottom);
      double length = random.nextDouble(5, 9);
      double width = random.nextDouble(1.6, 2.9) * (.5 + .5 * strength);
      ink.fill(
          Curve.blade(x, y, x - length, y + random.nextDouble(-.6, 1.2), width),
          plumage.colour(mark),
          .55 + .4 * strength);
    }
  }
}
