package eifexplorer.dataset.demo;

import java.util.SplittableRandom;

/**
 * How a bird sits.
 *
 * @param facingLeft whether its body points to the left
 * @param lookingBack whether it looks over its shoulder
 * @param tilt leaning in radians, positive is more upright
 * @param headPitch bill above (negative) or below the horizontal, in radians
 * @param headYaw 0 in profile, 1 turned well towards the viewer
 * @param plumpness depth of the body relative to the species', about 1
 * @param tailAngle tail above (negative) or below the line of the body, in radians
 */
public record Pose(
    boolean facingLeft,
    boolean lookingBack,
    double tilt,
    double headPitch,
    double headYaw,
    double plumpness,
    double tailAngle) {

  /** Draws a pose; {@code variety} 0 is the plate in the book, and birds are plumper in the cold. */
  static Pose sample(SplittableRandom random, double variety, boolean cold) {
    return new Pose(
        random.nextBoolean(),
        random.nextDouble() < .12 * variety,
        variety * random.nextDouble(-.20, .20),
        variety * random.nextDouble(-.22, .16),
        variety * random.nextDouble(0, 1),
        1 + variety * random.nextDouble(-.06, cold ? .12 : .06),
        variety * random.nextDouble(-.22, .18));
  }

  /** -1 if the body points to the left, 1 if to the right. */
  int side() {
    return facingLeft ? -1 : 1;
  }
}
