package eifexplorer.dataset.demo;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;

/** Paints what the bird sits on: the surface passes through the origin with the scene's slope. */
final class PerchPainter {
  private static final int BARK = 0x6d5645;
  private static final int SNOW = 0xf4f7fa;

  private final Setting setting;
  private final SplittableRandom random;
  private final AffineTransform frame;

  PerchPainter(BirdScene scene) {
    this.setting = scene.setting();
    this.random = scene.stream(BirdScene.Detail.PERCH);
    this.frame = Anatomy.frame(0, 0, -setting.slope(), 1, 1);
  }

  /** Paints the solid part: wood, stem or stone. */
  void solid(Ink ink) {
    ink.in(frame);
    switch (setting.perch()) {
      case TWIG -> branch(ink, 8, BARK, 4);
      case BERRY_BRANCH -> branch(ink, 5.5, 0x57433b, 7);
      case CONIFER -> branch(ink, 7, 0x5d4636, 2);
      case REED -> reeds(ink);
      case FENCE_POST -> post(ink);
      case ROCK -> rock(ink);
    }
  }

  /** Paints leaves, needles, berries and snow. */
  void dressing(Ink ink) {
    ink.in(frame);
    switch (setting.perch()) {
      case TWIG -> leaves(ink, setting.season() == Season.WINTER ? 2 : 9);
      case BERRY_BRANCH -> berries(ink);
      case CONIFER -> needles(ink);
      case REED -> blades(ink);
      case FENCE_POST -> woodGrain(ink);
      case ROCK -> lichen(ink);
    }
    if (setting.season() == Season.WINTER && setting.perch() != Perch.REED) {
      snow(ink);
    }
  }

  private void branch(Ink ink, double width, int rgb, int twigs) {
    double bow = random.nextDouble(-8, 8);
    Outline outline =
        new Outline()
            .at(-150, bow - 2)
            .at(-60, bow * .2 - 1)
            .at(0, 0)
            .at(60, bow * .2)
            .at(150, bow + 1)
            .at(150, bow + 1 + width * .55)
            .at(60, bow * .2 + width * .8)
            .at(0, width)
            .at(-60, bow * .2 + width * 1.1)
            .at(-150, bow + width * 1.2);
    ink.fill(outline.closed(), rgb);
    for (int i = 0; i < twigs; i++) {
      double x = random.nextDouble(-85, 85);
      double up = random.nextBoolean() && Math.abs(x) > 30 ? -1 : 1;
      double reach = random.nextDouble(14, 34);
      double y = width / 2 + bow * x * x / 22000;
      ink.line(
          Curve.open(x, y, x + reach * .5, y + up * reach * .45, x + reach, y + up * reach * .7),
          random.nextDouble(1.6, 3),
          Tint.brighten(rgb, -.08),
          1);
    }
  }

  private void leaves(Ink ink, int count) {
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble(-95, 95);
      double down = Math.abs(x) < 42 ? 1 : random.nextBoolean() ? 1 : -1;
      double length = random.nextDouble(16, 27);
      double angle = random.nextDouble(.25, 1.2) * down;
      double y = down > 0 ? 6 : 2;
      leaf(
          ink,
          x,
          y,
          x + length * StrictMath.cos(angle),
          y + length * StrictMath.sin(angle),
          length * .42);
    }
  }

  private void leaf(Ink ink, double x0, double y0, double x1, double y1, double width) {
    int rgb =
        Tint.brighten(
            Tint.mix(setting.season().leaf(), 0xd8b04a, random.nextDouble(0, .25)),
            random.nextDouble(-.18, .12));
    Shape blade = Curve.blade(x0, y0, x1, y1, width);
    ink.fill(blade, rgb);
    ink.line(blade, .7, Tint.brighten(rgb, -.3), .6);
    ink.line(Curve.open(x0, y0, x1, y1), .8, Tint.brighten(rgb, .3), .7);
  }

  private void berries(Ink ink) {
    for (int i = 0; i < 7; i++) {
      double x = random.nextDouble(-90, 90);
      for (int k = 0; k < 4; k++) {
        double bx = x + random.nextDouble(-6, 6);
        double by = 12 + random.nextDouble(-3, 9);
        ink.line(Curve.open(x, 4, bx, by), .9, 0x4c3a30, 1);
        double r = random.nextDouble(2.8, 3.9);
        ink.oval(bx, by, r, r, 0xa81f22, 1).oval(bx - .8, by - .9, r * .55, r * .5, 0xe0574a, .8);
        ink.oval(bx - 1, by - 1.2, .8, .7, 0xffffff, .8);
      }
    }
  }

  private void needles(Ink ink) {
    for (int i = 0; i < 210; i++) {
      double x = random.nextDouble(-125, 125);
      double up = random.nextDouble() < (Math.abs(x) < 30 ? .12 : .5) ? -1 : 1;
      double length = random.nextDouble(9, 18);
      double y = 3.5 + 2.5 * up;
      int rgb =
          Tint.brighten(
              Tint.mix(0x3d6b45, 0x7d9b57, random.nextDouble(0, 1)), random.nextDouble(-.3, .1));
      ink.line(Curve.open(x, y, x + length * .8, y + up * length * .55), 1.3, rgb, 1);
    }
  }

  private void reeds(Ink ink) {
    int straw = setting.season() == Season.SUMMER ? 0x8c9a50 : 0xc0a263;
    ink.line(Curve.open(-190, 9, -60, 3, 0, 2.4, 70, 3, 200, 12), 5.2, straw, 1);
    for (int i = -2; i <= 2; i++) {
      ink.oval(i * 46 + 17, 2.9, 1.4, 3.2, Tint.brighten(straw, -.3), .9);
    }
  }

  private void blades(Ink ink) {
    int straw = setting.season() == Season.SUMMER ? 0x7d9148 : 0xb4944f;
    for (int i = 0; i < 3; i++) {
      double x = random.nextDouble(-120, 20);
      double side = random.nextBoolean() ? 1 : -1;
      double reach = random.nextDouble(50, 95);
      ink.line(
          Curve.open(
              x, 3, x + reach * .5, 3 + side * 12, x + reach, 3 + side * random.nextDouble(24, 46)),
          random.nextDouble(2.2, 4),
          Tint.brighten(straw, random.nextDouble(-.2, .15)),
          1);
    }
  }

  private void post(Ink ink) {
    double half = 19;
    ink.fill(
        Curve.polygon(
            -half, 3, -half + 4, 0, half - 5, -.5, half, 4, half + 1, 160, -half - 1, 160),
        0x8a7b6b);
  }

  private void woodGrain(Ink ink) {
    for (int i = 0; i < 16; i++) {
      double x = random.nextDouble(-17, 17);
      double y = random.nextDouble(4, 50);
      ink.line(
          Curve.open(x, y, x + .8, y + 14, x - .5, y + random.nextDouble(24, 60)),
          random.nextDouble(.5, 1.3),
          0x4d4237,
          .55);
    }
    ink.oval(random.nextDouble(-10, 10), random.nextDouble(25, 50), 3, 4.5, 0x4d4237, .6);
    ink.line(Curve.open(-160, 30, -19, 22), 1.1, 0x6c6a68, .9)
        .line(Curve.open(19, 22, 160, 29), 1.1, 0x6c6a68, .9);
  }

  private void rock(Ink ink) {
    double a = random.nextDouble(-6, 6);
    ink.fill(
        Curve.polygon(
            -24, 1, -10, 0, 14, -.4, 27, 2, 40, 8 + a, 62, 11, 84, 19, 104, 44, 122, 160, -122, 160,
            -104, 48, -88, 27 - a, -62, 15, -44, 9),
        0x85837e);
    ink.within();
    for (int i = 0; i < 9; i++) {
      double x = random.nextDouble(-95, 80);
      double y = random.nextDouble(8, 60);
      double w = random.nextDouble(14, 34);
      ink.fill(
          Curve.polygon(x, y, x + w, y - 5, x + w * 1.2, y + w * .4, x + w * .3, y + w * .6),
          random.nextBoolean() ? 0x5b5a58 : 0xa6a49e,
          .3);
      ink.line(Curve.open(x, y, x + w * .5, y + 4, x + w, y + 2), .9, 0x454442, .7);
    }
  }

  private void lichen(Ink ink) {
    for (int i = 0; i < 26; i++) {
      int rgb = random.nextBoolean() ? 0xb9b46a : random.nextBoolean() ? 0x5f5d59 : 0xa9a8a2;
      double r = random.nextDouble(1.5, 7);
      ink.within().glow(random.nextDouble(-85, 85), random.nextDouble(4, 60), r * 1.6, r, rgb, .6);
    }
  }

  private void snow(Ink ink) {
    boolean narrow = setting.perch() == Perch.FENCE_POST;
    int heaps = narrow ? 2 : 9;
    for (int i = 0; i < heaps; i++) {
      double x = narrow ? i * 22 - 11 : random.nextDouble(-110, 110);
      double rx = narrow ? 8 : random.nextDouble(9, 22);
      double drop = setting.perch() == Perch.ROCK ? Math.abs(x) * .2 : 0;
      if (narrow || Math.abs(x) > 16 + rx) {
        Outline outline =
            new Outline()
                .at(x - rx, 2 + drop)
                .at(x - rx * .5, -2.4 + drop)
                .at(x + rx * .4, -2.8 + drop)
                .at(x + rx, 2 + drop)
                .at(x, 3.6 + drop);
        ink.fill(outline.closed(), SNOW, .96);
      }
    }
  }
}
