package eifexplorer.ui.explore.totals;

import eifexplorer.ui.kit.Texts;
import java.util.List;

/**
 * A class or a training image by the harm it does to all pairs.
 *
 * @param kind which of the two
 * @param rank by falling harm among those of its kind, from 1
 * @param label of the class, or of the image
 * @param name of the class, or of the image's file
 * @param images training indices: all of the class, or the one
 * @param worst those of them that harm a pair, worst first, at most {@link #SHOWN}
 * @param harming how many of them harm a pair
 * @param pairs how many different pairs they harm
 * @param share of the harm that all training images do, 0..1
 */
record Culprit(
    CulpritKind kind,
    int rank,
    int label,
    String name,
    List<Integer> images,
    List<HarmingImage> worst,
    int harming,
    int pairs,
    double share) {
  /** Images shown of a class. */
  static final int SHOWN = 12;

  /** Copies the lists. */
  Culprit {
    images = List.copyOf(images);
    worst = List.copyOf(worst);
  }

  /** What it does, in words: {@code 29 of 59 images harm 317 pairs}, {@code Brewer Blackbird · harms 257 pairs}. */
  String does() {
    String harms = Texts.count(pairs, "pair", "pairs");
    return kind == CulpritKind.IMAGE
        ? Texts.of("{0} · harms {1}", worst.get(0).picture().subtitle(), harms)
        : Texts.of(
            "{0} of {1}{2}",
            Texts.count(harming),
            Texts.count(images.size(), "image harms ", "images harm "),
            harms);
  }
}
