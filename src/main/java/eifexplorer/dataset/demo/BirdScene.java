package eifexplorer.dataset.demo;

import java.util.SplittableRandom;

/**
 * All that is not the species in one picture.
 *
 * @param pose how the bird sits
 * @param framing where it is in the picture
 * @param setting what it sits on, and what is around it
 * @param light light and film
 * @param individuality how much the bird differs from the plate in the book, 0 for not at all
 * @param seed of the small things, see {@link Detail}
 */
public record BirdScene(
    Pose pose, Framing framing, Setting setting, Light light, double individuality, long seed) {

  /** Small things that are drawn at random while painting, each from a stream of its own. */
  enum Detail {
    PERCH(1),
    TEXTURE(2),
    BACKDROP(3),
    COVER(4),
    GRAIN(5),
    TINTS(6),
    STREAKS(7);

    private final int stream;

    Detail(int stream) {
      this.stream = stream;
    }
  }

  /**
   * Draws a scene.
   *
   * @param random stream it is drawn from; the same stream gives the same scene
   * @param difficulty how varied scenes and birds are
   */
  public static BirdScene sample(SplittableRandom random, Difficulty difficulty) {
    double variety = difficulty.scenery();
    Setting setting = Setting.sample(random, variety);
    return new BirdScene(
        Pose.sample(random, variety, setting.season() == Season.WINTER),
        Framing.sample(random, variety),
        setting,
        Light.sample(random, variety),
        difficulty.individuality(),
        random.nextLong());
  }

  /** The stream for one kind of detail, independent of the others. */
  SplittableRandom stream(Detail detail) {
    return new SplittableRandom(seed + 0x9e3779b97f4a7c15L * detail.stream);
  }
}
