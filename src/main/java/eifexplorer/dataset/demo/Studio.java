package eifexplorer.dataset.demo;

import java.awt.geom.AffineTransform;
import java.util.function.Consumer;

/** Paints the parts of one bird onto a canvas: flat, then ruffled, lit, and laid over a soft shadow. */
final class Studio {
  private final PixelLayer canvas;
  private final PixelLayer scratch;
  private final AffineTransform view;
  private final Relief relief;
  private final FeatherTexture feathers;
  private final BirdScene scene;

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
    this.scene = scene;
  }

  /**
   * Paints a part with hard colours.
   *
   * @param radius how far from its outline it is rounded, in pixels
   * @param steepness slope at its outline, about 1
   * @param gloss strength of the highlight, 0 to 1
   */
  void part(Consumer<Ink> painting, int radius, double steepness, double gloss) {
    draw(painting);
    relief.light(scratch, radius, steepness, gloss);
    overShadow(.4);
  }

  /**
   * Paints head and trunk: soft ground colours, then marks, both ruffled along the body.
   *
   * @param ground lays down silhouette and ground colours
   * @param marks adds what has sharper borders
   */
  void plumage(Anatomy anatomy, Consumer<Ink> ground, Consumer<Ink> marks, double gloss) {
    draw(ground);
    scratch.soften(4);
    try (Ink ink = new Ink(scratch, view)) {
      marks.accept(ink);
    }
    ruffle(anatomy, 2.3, .15);
    relief.light(scratch, 26, 1.0, 7, .4, gloss);
    overShadow(.35);
  }

  /** Paints the wing, which lies flat on the body. */
  void wing(Anatomy anatomy, Consumer<Ink> painting, double gloss) {
    draw(painting);
    ruffle(anatomy, 1.6, .08);
    relief.light(scratch, 12, .75, gloss);
    overShadow(.4);
  }

  /** Paints a small part as it is. */
  void detail(Consumer<Ink> painting) {
    try (Ink ink = new Ink(canvas, view)) {
      painting.accept(ink);
    }
  }

  /** Horizontal direction of the light as the bird sees it, positive from where it faces. */
  double lightAlong() {
    return relief.lightX() * (scene.facingLeft() ? -1 : 1);
  }

  private void ruffle(Anatomy anatomy, double reach, double strength) {
    double side = scene.facingLeft() ? -1 : 1;
    AffineTransform body = anatomy.body();
    feathers.ruffle(
        scratch, side * body.getScaleX(), body.getShearY(), reach, strength, (int) scene.detail());
  }

  private void draw(Consumer<Ink> painting) {
    scratch.clear();
    try (Ink ink = new Ink(scratch, view)) {
      painting.accept(ink);
    }
  }

  private void overShadow(double strength) {
    int dx = (int) Math.rint(-6 * relief.lightX());
    int dy = (int) Math.rint(-6 * relief.lightY());
    canvas.shade(scratch, dx, dy, 4, strength);
    canvas.under(scratch);
  }
}
