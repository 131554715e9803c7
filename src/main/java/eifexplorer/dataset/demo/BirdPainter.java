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

  private static final FeatherTexture FEATHERS = new FeatherTexture(20);

  /**
   * Paints a picture; the same arguments give the same pixels.
   *
   * @return a picture of type {@link BufferedImage#TYPE_INT_RGB}
   */
  public BufferedImage paint(Species species, BirdScene scene) {
    BackdropPainter world = new BackdropPainter(scene, SIZE);
    PixelLayer picture = world.backdrop();
    PixelLayer foreground = perch(scene);
    bird(foreground, species, scene);
    picture.under(foreground.halved());
    if (scene.setting().leafCover() > 0) {
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
    Region solid = Region.painted(layer, 4);
    texture(layer, solid, scene);
    relief(scene).light(layer, solid, scene.setting().perch() == Perch.ROCK ? 16 : 7, 1.1, 0);
    try (Ink ink = new Ink(layer, view)) {
      painter.dressing(ink);
    }
    relief(scene).light(layer, Region.painted(layer, 2), 3, .5, .1);
    return layer;
  }

  /** Roughens wood and stem along their length, stone crosswise. */
  private void texture(PixelLayer layer, Region region, BirdScene scene) {
    int part = scene.stream(BirdScene.Detail.TEXTURE).nextInt();
    if (scene.setting().perch() == Perch.ROCK) {
      FEATHERS.ruffle(layer, region, 1, 0, 0, .08, part);
      FEATHERS.ruffle(layer, region, .6, .8, 0, .1, part >> 4);
    } else {
      double slope = scene.setting().slope() * scene.pose().side();
      double angle = scene.setting().perch() == Perch.FENCE_POST ? Math.PI / 2 : -slope;
      FEATHERS.ruffle(layer, region, StrictMath.cos(angle), StrictMath.sin(angle), 2, .28, part);
    }
  }

  private void bird(PixelLayer canvas, Species species, BirdScene scene) {
    Plumage plumage =
        species.plumage().individual(scene.stream(BirdScene.Detail.TINTS), scene.individuality());
    Pose pose = scene.pose();
    Build build = species.build();
    Anatomy anatomy = new Anatomy(build, pose);
    Studio studio = new Studio(canvas, view(scene), relief(scene), FEATHERS, scene);
    LegPainter legs = new LegPainter(anatomy, plumage, scene.setting().slope());
    HeadPainter head = new HeadPainter(anatomy, build, plumage, pose.headYaw());
    TrunkPainter trunk = new TrunkPainter(anatomy, plumage);
    SplittableRandom streaks = scene.stream(BirdScene.Detail.STREAKS);
    studio.part(legs::far, 3, 1, .2);
    studio.part(legs::near, 3, 1, .2);
    studio.part(new TailPainter(anatomy, build, plumage)::paint, 5, .8, build.gloss());
    studio.part(new BillPainter(anatomy, build, plumage, pose.headYaw())::paint, 4, 1.1, .5);
    studio.plumage(
        anatomy,
        ink -> {
          legs.thigh(ink);
          head.outline(ink);
          trunk.ground(ink);
          head.ground(ink);
        },
        ink -> {
          trunk.marks(ink, streaks);
          head.marks(ink);
        },
        build.gloss());
    studio.wing(anatomy, new WingPainter(anatomy, plumage)::paint, build.gloss());
    studio.detail(
        ink -> head.eye(ink, studio.lightAlong(), relief(scene).lightY(), pose.lookingBack()));
  }

  private static Relief relief(BirdScene scene) {
    return new Relief(scene.light().direction(), .45 + .55 * scene.light().sun());
  }

  /** Takes bird units to pixels of the large canvas. */
  private static AffineTransform view(BirdScene scene) {
    double side = scene.pose().side();
    Framing framing = scene.framing();
    double scale = 2 * framing.scale();
    double footX = SIZE + 2 * framing.shiftX() + side * 11 * scale;
    double footY = SIZE + 2 * framing.shiftY() + 40 * scale;
    return new AffineTransform(side * scale, 0, 0, scale, footX, footY);
  }
}
