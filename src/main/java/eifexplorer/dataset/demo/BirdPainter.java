package eifexplorer.dataset.demo;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Paints one bird in one scene, 192 x 192 pixels.
 *
 * <p>Parts are painted from the back to the front at twice the size: each is drawn flat, ruffled like feathers, lit
 * as if rounded, and laid over what is there with a soft shadow. Instances have no state and serve many threads.
 */
public final class BirdPainter {
  /** Width and height of a picture. */
  public static final int SIZE = 192;

  private static final int LARGE = 2 * SIZE;

  private final FeatherTexture feathers = new FeatherTexture(20);

  /**
   * Paints a picture; the same arguments give the same pixels.
   *
   * @return a picture of type {@link BufferedImage#TYPE_INT_RGB}
   */
  public BufferedImage paint(Species species, BirdScene scene) {
    return paint(species, scene, 1);
  }

  /**
   * Paints a picture of an individual.
   *
   * @param individuality how much the individual differs from the plate in the book, see {@link Difficulty}
   */
  BufferedImage paint(Species species, BirdScene scene, double individuality) {
    BackdropPainter world = new BackdropPainter(scene, SIZE);
    PixelLayer picture = world.backdrop();
    PixelLayer foreground = perch(scene);
    bird(foreground, species, scene, individuality);
    picture.under(foreground.halved());
    if (scene.leafCover() > 0) {
      picture.under(world.cover());
    }
    return new Darkroom(scene).develop(picture);
  }

  private PixelLayer perch(BirdScene scene) {
    PixelLayer layer = new PixelLayer(LARGE, LARGE);
    PerchPainter painter = new PerchPainter(scene);
    AffineTransform view = view(scene);
    try (Ink ink = new Ink(layer, view)) {
      painter.solid(ink);
    }
    boolean upright = scene.perch() == Perch.FENCE_POST;
    double angle = upright ? Math.PI / 2 : -scene.slope() * (scene.facingLeft() ? -1 : 1);
    boolean rock = scene.perch() == Perch.ROCK;
    int part = (int) scene.detail();
    feathers.ruffle(
        layer, StrictMath.cos(angle), StrictMath.sin(angle), rock ? 0 : 2, rock ? .08 : .28, part);
    if (rock) {
      feathers.ruffle(layer, .6, .8, 1, .1, part >> 4);
    }
    relief(scene).light(layer, rock ? 16 : 7, 1.1, 0);
    try (Ink ink = new Ink(layer, view)) {
      painter.dressing(ink);
    }
    relief(scene).light(layer, 3, .5, .1);
    return layer;
  }

  private void bird(PixelLayer canvas, Species species, BirdScene scene, double individuality) {
    Plumage plumage = species.plumage().individual(scene.stream(5), individuality);
    Anatomy anatomy = new Anatomy(species.build(), scene);
    Studio studio = new Studio(canvas, view(scene), relief(scene), feathers, scene);
    LegPainter legs = new LegPainter(anatomy, plumage, scene.slope());
    HeadPainter head = new HeadPainter(anatomy, species.build(), plumage, scene.headYaw());
    TrunkPainter trunk = new TrunkPainter(anatomy, plumage);
    SplittableRandom streaks = scene.stream(6);
    double gloss = species.build().gloss();

    studio.part(legs::far, 3, 1, .2);
    studio.part(legs::near, 3, 1, .2);
    studio.part(new TailPainter(anatomy, species.build(), plumage)::paint, 5, .8, gloss);
    studio.part(head::bill, 4, 1.1, .5);
    studio.plumage(
        anatomy,
        ink -> {
          legs.thigh(ink);
          trunk.ground(head.outlined(ink));
          head.ground(ink);
        },
        ink -> {
          trunk.marks(ink, streaks);
          head.marks(ink);
        },
        gloss);
    studio.wing(anatomy, new WingPainter(anatomy, plumage)::paint, gloss);
    studio.detail(
        ink -> head.eye(ink, studio.lightAlong(), relief(scene).lightY(), scene.lookingBack()));
  }

  private static Relief relief(BirdScene scene) {
    return new Relief(scene.lightDirection(), .45 + .55 * scene.sun());
  }

  /** Takes bird units to pixels of the large canvas. */
  private static AffineTransform view(BirdScene scene) {
    double side = scene.facingLeft() ? -1 : 1;
    double scale = 2 * scene.scale();
    double footX = SIZE + 2 * scene.shiftX() + side * 11 * scale;
    double footY = SIZE + 2 * scene.shiftY() + 40 * scale;
    return new AffineTransform(side * scale, 0, 0, scale, footX, footY);
  }
}
