package eifexplorer.dataset.demo;

import java.util.SplittableRandom;

/**
 * Where the bird sits.
 *
 * @param season colours of the backdrop and of leaves
 * @param perch what it sits on
 * @param slope slope of the perch in radians, positive rising towards the bill
 * @param leafCover how much blurred leaves in front cover, 0 for none to 1
 */
public record Setting(Season season, Perch perch, double slope, double leafCover) {

  /** Draws a setting; with {@code variety} 0 nothing covers the bird. */
  static Setting sample(SplittableRandom random, double variety) {
    Season season = pick(random, Season.values());
    Perch perch = pick(random, Perch.values());
    double lean = random.nextDouble(-1, 1);
    double cover = random.nextDouble() < .18 * variety ? random.nextDouble(.3, 1) : 0;
    return new Setting(season, perch, slope(perch, lean), cover);
  }

  private static double slope(Perch perch, double lean) {
    return switch (perch) {
      case FENCE_POST, ROCK -> 0;
      case REED -> 1.15 + .12 * lean;
      case TWIG, CONIFER, BERRY_BRANCH -> .28 * lean;
    };
  }

  private static <T> T pick(SplittableRandom random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
