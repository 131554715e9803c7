package eifexplorer.dataset.demo;

import java.util.SplittableRandom;

/**
 * All that is not the species in one picture: how the bird sits, where, in what light.
 *
 * @param detail seed of the small things: leaves, light spots, streaks, the individual's tints
 * @param facingLeft whether the bird looks to the left
 * @param lookingBack whether it looks over its shoulder
 * @param tilt leaning in radians, positive is more upright
 * @param headPitch bill above (negative) or below the horizontal, in radians
 * @param headYaw 0 in profile, 1 turned well towards the viewer
 * @param plumpness depth of the body relative to the species', about 1
 * @param tailAngle tail above (negative) or below the line of the body, in radians
 * @param scale pixels per bird unit in the finished picture
 * @param shiftX shift of the bird from the middle, in pixels of the finished picture
 * @param shiftY shift of the bird from the middle, in pixels of the finished picture
 * @param season backdrop and leaves
 * @param perch what it sits on
 * @param slope slope of the perch in radians, positive rising towards the bill
 * @param lightDirection where the light comes from in radians, 0 to the right, positive downwards
 * @param sun 0 overcast to 1 full sun
 * @param warmth -1 for bluish to 1 for golden light
 * @param exposure brightness of the picture, about 1
 * @param leafCover how much a blurred leaf in front covers, 0 for none to 1
 * @param grain noise of the picture, standard deviation in grey levels
 */
public record BirdScene(
    long detail,
    boolean facingLeft,
    boolean lookingBack,
    double tilt,
    double headPitch,
    double headYaw,
    double plumpness,
    double tailAngle,
    double scale,
    double shiftX,
    double shiftY,
    Season season,
    Perch perch,
    double slope,
    double lightDirection,
    double sun,
    double warmth,
    double exposure,
    double leafCover,
    double grain) {

  /**
   * Draws a scene.
   *
   * @param random stream it is drawn from; the same stream gives the same scene
   * @param variety 0 for the plate in the book, 1 for the demo's variety
   */
  public static BirdScene sample(SplittableRandom random, double variety) {
    Season season = pick(random, Season.values());
    Perch perch = pick(random, Perch.values());
    double v = variety;
    return new BirdScene(
        random.nextLong(),
        random.nextBoolean(),
        random.nextDouble() < .12 * v,
        v * random.nextDouble(-.20, .20),
        v * random.nextDouble(-.22, .16),
        v * random.nextDouble(0, 1),
        1 + v * random.nextDouble(-.06, season == Season.WINTER ? .12 : .06),
        v * random.nextDouble(-.22, .18),
        1.2 + v * random.nextDouble(-.18, .16),
        v * random.nextDouble(-13, 13),
        v * random.nextDouble(-9, 9),
        season,
        perch,
        slope(perch, random),
        -Math.PI / 2 + random.nextDouble(-1.1, 1.1),
        .55 + v * random.nextDouble(-.25, .3),
        v * random.nextDouble(-.8, 1),
        1 + v * random.nextDouble(-.14, .14),
        random.nextDouble() < .18 * v ? random.nextDouble(.3, 1) : 0,
        1 + v * random.nextDouble(0, 1.5));
  }

  private static double slope(Perch perch, SplittableRandom random) {
    double random1 = random.nextDouble(-1, 1);
    return switch (perch) {
      case FENCE_POST, ROCK -> 0;
      case REED -> 1.15 + .12 * random1;
      case TWIG, CONIFER, BERRY_BRANCH -> .28 * random1;
    };
  }

  /** The stream for one kind of detail, independent of the others. */
  SplittableRandom stream(int salt) {
    return new SplittableRandom(detail + 0x9e3779b97f4a7c15L * salt);
  }

  private static <T> T pick(SplittableRandom random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
