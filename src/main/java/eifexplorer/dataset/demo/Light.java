package eifexplorer.dataset.demo;

import java.util.SplittableRandom;

/**
 * Light and film.
 *
 * @param direction where the light comes from in radians, 0 to the right, positive downwards
 * @param sun 0 overcast to 1 full sun
 * @param warmth -1 for bluish to 1 for golden light
 * @param exposure brightness of the picture, about 1
 * @param grain noise of the picture, standard deviation in grey levels
 */
public record Light(double direction, double sun, double warmth, double exposure, double grain) {

  /** Draws a light from above; {@code variety} 0 is plain daylight. */
  static Light sample(SplittableRandom random, double variety) {
    return new Light(
        -Math.PI / 2 + random.nextDouble(-1.1, 1.1),
        .55 + variety * random.nextDouble(-.25, .3),
        variety * random.nextDouble(-.8, 1),
        1 + variety * random.nextDouble(-.14, .14),
        1 + variety * random.nextDouble(0, 1.5));
  }
}
