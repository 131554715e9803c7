package eifexplorer.dataset.demo;

import java.awt.geom.AffineTransform;
import java.util.function.Consumer;

/** Paints the parts of one bird onto a canvas: flat, then ruffled, lit, and laid over a soft shadow. */
final class Studio {
  private static final int SHADOW_BLUR = 4;

  private final PixelLayer canvas;
  private final PixelLayer scratch;
  private final AffineTransform view;
  private final Relief relief;
  private final FeatherTexture feathers;
  private final Pose pose;
  private final int part;

  Studio(
      PixelLayer canvas,
      AffineTransform view,
      Relief relief,
      FeatherTexture feathers,
      BirdScene scene) {
    this.canvas = canvas;
    this.scratch = new PixelLayer(canvas.width, canvas.height);
    this.view = view;
    this.relief = relief;
    this.feathers = feathers;
    this.pose = scene.pose();
    this.part = scene.stream(BirdScene.Detail.TEXTURE).nextInt();
  }

  /**
   * Paints a part with hard colours.
   *
   * @param radius how far from its outline it is rounded, in pixels
   * @param steepness slope at its outline, about 1
   * @param gloss strength of the highlight, 0 to 1
   */
  void part(Consumer<Ink> painting, int radius, double steepness, double gloss) {
    Region region = draw(painting);
    relief.light(scratch, region, radius, steepness, gloss);
    overShadow(region, .4);
  }

  /**
   * Paints head and trunk: soft ground colours, then marks, both ruffled along the body.
   *
   * @param ground lays down silhouette and ground colours
   * @param marks adds what has sharper borders
   */
  void plumage(Anatomy anatomy, Consumer<Ink> ground, Consumer<Ink> marks, double gloss) {
    Region region = draw(ground);
    scratch.soften(region, 4);
    try (Ink ink = new Ink(scratch, view)) {
      marks.accept(ink);
    }
    ruffle(region, anatomy, 2.3, .15);
    relief.light(scratch, region, 26, 1.0, 7, .4, gloss);
    overShadow(region, .35);
  }

  /** Paints the wing, which lies flat on the body. */
  void wing(Anatomy anatomy, Consumer<Ink> painting, double gloss) {
    Region region = draw(painting);
    ruffle(region, anatomy, 1.6, .08);
    relief.light(scratch, region, 12, .75, gloss);
    overShadow(region, .4);
  }

  /** Paints a small part as it is. */
  void detail(Consumer<Ink> painting) {
    try (Ink ink = new Ink(canvas, view)) {
      painting.accept(ink);
    }
  }

  /** Horizontal direction of the light as the bird sees it, positive from where it faces. */
  double lightAlong() {
    return relief.lightX() * pose.side();
  }

  private void ruffle(Region region, Anatomy anatomy, double reach, double strength) {
    double side = pose.side();
    AffineTransform body = anatomy.body();
    feathers.ruffle(
        scratch, region, side * body.getScaleX(), body.getShearY(), reach, strength, part);
  }

  /** Paints on the empty scratch layer and says where. */
  private Region draw(Consumer<Ink> painting) {
    try (Ink ink = new Ink(scratch, view)) {
      painting.accept(ink);
    }
    return Region.painted(scratch, 2 * SHADOW_BLUR);
  }

  /** Moves what is on the scratch layer to the canvas. */
  private void overShadow(Region region, double strength) {
    int dx = (int) Math.rint(-6 * relief.lightX());
    int dy = (int) Math.rint(-6 * relief.lightY());
    canvas.shade(scratch, region, dx, dy, SHADOW_BLUR, strength);
    canvas.under(scratch, region);
    scratch.clear(region);
  }
}
