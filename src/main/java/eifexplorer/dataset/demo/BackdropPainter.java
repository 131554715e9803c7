package eifexplorer.dataset.demo;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Paints the blurred world behind the bird, and a leaf close to the lens. */
final class BackdropPainter {
  private final BirdScene scene;
  private final int size;

  /** A painter of square backdrops with sides of {@code size} pixels. */
  BackdropPainter(BirdScene scene, int size) {
    this.scene = scene;
    this.size = size;
  }

  /** The backdrop, opaque. */
  PixelLayer backdrop() {
    SplittableRandom random = scene.stream(BirdScene.Detail.BACKDROP);
    // What is far is blurred so much that half the size will do.
    PixelLayer far = new PixelLayer(size / 2, size / 2);
    AffineTransform half = AffineTransform.getScaleInstance(.5, .5);
    gradient(far, random);
    draw(far, half, ink -> masses(ink, random));
    draw(far, half, ink -> stems(ink, random));
    far.blur(5);
    double radius = random.nextDouble(9, 17);
    draw(far, half, ink -> lightSpots(ink, random, radius, 12, .8));
    far.blur(1);
    double near = radius * random.nextDouble(.35, .7);
    draw(far, half, ink -> lightSpots(ink, random, near, 14, 1));
    PixelLayer layer = far.doubled();
    if (scene.setting().season() == Season.WINTER) {
      draw(layer, new AffineTransform(), ink -> snowfall(ink, random));
    }
    return layer;
  }

  /** A few leaves out of focus that reach in from a lower corner; mostly transparent. */
  PixelLayer cover() {
    SplittableRandom random = scene.stream(BirdScene.Detail.COVER);
    PixelLayer layer = new PixelLayer(size, size);
    boolean left = random.nextBoolean();
    double x = left ? -12 : size + 12;
    double y = random.nextDouble(.75, 1.05) * size;
    int leaves = 2 + random.nextInt(3);
    double reach = (.2 + .28 * scene.setting().leafCover()) * size;
    draw(
        layer,
        new AffineTransform(),
        ink -> {
          for (int i = 0; i < leaves; i++) {
            double angle = -1.3 + 1.7 * (i + random.nextDouble()) / leaves;
            double length = reach * random.nextDouble(.6, 1);
            double tipX = x + (left ? 1 : -1) * length * StrictMath.cos(angle);
            leaf(ink, random, x, y, tipX, y + length * StrictMath.sin(angle));
          }
        });
    return layer.blur(4);
  }

  private void leaf(Ink ink, SplittableRandom random, double x0, double y0, double x1, double y1) {
    int rgb =
        Tint.mix(
            scene.setting().season().leaf(),
            scene.setting().season().ground(),
            random.nextDouble(.1, .6));
    ink.fill(Curve.blade(x0, y0, x1, y1, random.nextDouble(20, 34)), rgb, .94);
    ink.line(Curve.open(x0, y0, x1, y1), 2.4, Tint.brighten(rgb, .3), .6);
  }

  private static void draw(PixelLayer layer, AffineTransform view, Consumer<Ink> painting) {
    try (Ink ink = new Ink(layer, view)) {
      painting.accept(ink);
    }
  }

  private void gradient(PixelLayer layer, SplittableRandom random) {
    Season season = scene.setting().season();
    double horizon = random.nextDouble(.3, .8);
    int sky = Tint.mix(season.sky(), season.middle(), random.nextDouble(0, .8));
    int middle = Tint.mix(season.middle(), light(random), random.nextDouble(0, .45));
    int ground = Tint.brighten(season.ground(), random.nextDouble(-.25, .15));
    for (int y = 0; y < layer.height; y++) {
      double t = y / (double) layer.height;
      int rgb =
          t < horizon
              ? Tint.mix(sky, middle, t / horizon)
              : Tint.mix(middle, ground, (t - horizon) / (1 - horizon));
      Arrays.fill(layer.pixels, y * layer.width, (y + 1) * layer.width, 0xff000000 | rgb);
    }
  }

  /** Large soft patches of foliage, meadow, and sky. */
  private void masses(Ink ink, SplittableRandom random) {
    Season season = scene.setting().season();
    for (int i = 0; i < 18; i++) {
      int tone = random.nextInt(4);
      int rgb = tone == 0 ? season.sky() : tone < 3 ? season.ground() : light(random);
      rgb = tone == 1 ? Tint.brighten(rgb, -.3) : rgb;
      double r = random.nextDouble(.09, .3) * size;
      ink.oval(
          random.nextDouble(0, size),
          random.nextDouble(0, size),
          r,
          r * random.nextDouble(.45, 1),
          rgb,
          random.nextDouble(.2, .6));
    }
  }

  /** Trunks and stalks far behind. */
  private void stems(Ink ink, SplittableRandom random) {
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble(0, size);
      double lean = random.nextDouble(-50, 50);
      int rgb = Tint.mix(scene.setting().season().ground(), 0x4a3c30, .6);
      ink.line(
          Curve.open(x, -20, x + lean * .6, size * .5, x + lean, size + 20),
          random.nextDouble(4, 18),
          Tint.brighten(rgb, random.nextDouble(-.15, .2)),
          random.nextDouble(.3, .8));
    }
  }

  /** Discs of light as a wide lens draws them, gathered in two or three places. */
  private void lightSpots(
      Ink ink, SplittableRandom random, double radius, int most, double strength) {
    int places = 2 + random.nextInt(2);
    for (int p = 0; p < places; p++) {
      double atX = random.nextDouble(0, size);
      double atY = random.nextDouble(-.1, .8) * size;
      int count = 2 + random.nextInt(most);
      for (int i = 0; i < count; i++) {
        double x = atX + size * .22 * (random.nextDouble(-1, 1) + random.nextDouble(-1, 1));
        double y = atY + size * .2 * (random.nextDouble(-1, 1) + random.nextDouble(-1, 1));
        double r = radius * random.nextDouble(.55, 1.15);
        double opacity = strength * random.nextDouble(.08, .36) * (.5 + .7 * scene.light().sun());
        disc(ink, x, y, r, light(random), opacity);
      }
    }
  }

  private static void disc(Ink ink, double x, double y, double r, int rgb, double opacity) {
    ink.oval(x, y, r, r, rgb, opacity);
    ink.line(
        new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r),
        1.4,
        Tint.brighten(rgb, .45),
        opacity * .7);
  }

  private void snowfall(Ink ink, SplittableRandom random) {
    int flakes = random.nextInt(40);
    for (int i = 0; i < flakes; i++) {
      double r = random.nextDouble(.8, 3.2);
      ink.glow(
          random.nextDouble(0, size),
          random.nextDouble(0, size),
          r,
          r,
          0xffffff,
          random.nextDouble(.4, .9));
    }
  }

  private int light(SplittableRandom random) {
    return scene.setting().season().light(random.nextInt(scene.setting().season().lightCount()));
  }
}
