package eifexplorer.dataset.demo;

import java.util.SplittableRandom;

/**
 * Where the bird is in the picture, in pixels of the finished picture.
 *
 * @param scale pixels per bird unit, about 1.2
 * @param shiftX shift of the bird from the middle to the right
 * @param shiftY shift of the bird from the middle downwards
 */
public record Framing(double scale, double shiftX, double shiftY) {

  /** Draws a framing; {@code variety} 0 is the plate in the book. */
  static Framing sample(SplittableRandom random, double variety) {
    return new Framing(
        1.2 + variety * random.nextDouble(-.18, .16),
        variety * random.nextDouble(-13, 13),
        variety * random.nextDouble(-9, 9));
  }
}
