package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many pairs are listed, and of how many wrong images they are.
 *
 * @param pairs listed; those of the same two images count once
 * @param images wrong images that the listed pairs are of
 * @param allPairs pairs there are, counted alike
 * @param allImages wrong images there are
 */
record PairCount(int pairs, int images, int allPairs, int allImages) {
  /** Counts the listed pairs; of a mutual one both images count if the pair matches either way round. */
  static PairCount of(List<PairItem> listed, Predicate<PairItem> matches, PairIndex index) {
    int images = 0;
    for (PairItem item : listed) {
      images +=
          item.mutual() && index.item(item.key().reversed()).filter(matches).isPresent() ? 2 : 1;
    }
    return new PairCount(listed.size(), images, index.distinct(), index.items().size());
  }

  /** In short: {@code 421 pairs of 481 images}, {@code 40 of 421 pairs}. */
  String text() {
    String all = Texts.count(allPairs, "pair", "pairs");
    if (pairs == allPairs) {
      return images == pairs ? all : Texts.of("{0} of {1} images", all, Texts.count(images));
    }
    return Texts.of("{0} of {1}", Texts.count(pairs), all);
  }

  /** What is counted, in sentences. */
  String explanation() {
    String listed =
        pairs == allPairs || images == pairs
            ? ""
            : Texts.of("The listed pairs are of {0} images. ", Texts.count(images));
    String wrong =
        Texts.of(
            "{0} a nearest neighbour of another class. ",
            listed + Texts.count(allImages, "test image has", "test images have"));
    return allImages == allPairs
        ? Texts.of("{0}Each makes a pair.", wrong)
        : wrong
            + Texts.of(
                "Of these {0} are each other's nearest neighbour: they are listed once, as mutual.",
                Texts.count(2L * (allImages - allPairs)));
  }
}
