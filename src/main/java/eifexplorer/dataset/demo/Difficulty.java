package eifexplorer.dataset.demo;

/**
 * The knobs that set how hard the species are to tell apart; all else in the package follows from them.
 *
 * @param contrast how far look-alikes stand apart: 0 makes a family one species, 1 is as in the {@link FieldGuide}
 * @param individuality how much birds of one species differ in tint and in the strength of their marks, 0 to 2
 * @param scenery how much pose, size, light, and cover vary between pictures, 0 to 2
 */
public record Difficulty(double contrast, double individuality, double scenery) {
  /**
   * What the demo uses. Measured with it, seed 0, recall@1 on the unseen species: .28 by nearest neighbours on 8 x 8
   * thumbnails, .70 by five convolutions of at most 128 channels trained on the set for 20 epochs at 84 pixels, .83 by a
   * frozen MobileNet-V2 from ImageNet. Nearly all errors are within the family.
   */
  public static final Difficulty STAGE = new Difficulty(1, .5, .8);

  /** Checks the ranges; throws {@link IllegalArgumentException} where one is left. */
  public Difficulty {
    require("contrast", contrast, 1);
    require("individuality", individuality, 2);
    require("scenery", scenery, 2);
  }

  private static void require(String name, double value, double high) {
    if (!(value >= 0 && value <= high)) {
      throw new IllegalArgumentException(name + " is " + value + ", not in [0, " + high + "]");
    }
  }
}
