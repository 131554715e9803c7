package eifexplorer.ui.workspace;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Split;
import eifexplorer.ui.kit.Texts;
import java.util.function.Predicate;

/** Whether the classes of a data set suffice: a class alone can be confused with no other, in training and in the test. */
final class SplitCheck {
  private static final int LEAST = 2;

  private SplitCheck() {}

  /** What is wrong with the classes chosen, a sentence; empty if they suffice. */
  static String problem(DatasetListing listing, ClassSelection chosen) {
    long all = classes(listing, image -> true);
    if (all < 2 * LEAST && chosen.kind() == ClassSelection.Kind.BY_CLASS) {
      return Texts.of(
          "The data set has {0} with images; {1} are needed, half to train and half to test.",
          Texts.count(all, "class", "classes"), 2 * LEAST);
    }
    long train = classes(listing, image -> isOf(image, chosen, false));
    long test = classes(listing, image -> isOf(image, chosen, true));
    return train >= LEAST && test >= LEAST
        ? ""
        : Texts.of(
            "Classes to train: {0}, to test: {1}; {2} of each are needed.",
            Texts.count(train), Texts.count(test), LEAST);
  }

  private static boolean isOf(ListedImage image, ClassSelection chosen, boolean test) {
    if (chosen.kind() == ClassSelection.Kind.OFFICIAL) {
      return image.split().map(Split::isTest).filter(is -> is == test).isPresent();
    }
    return (test ? chosen.test() : chosen.train()).contains(image.classIndex());
  }

  private static long classes(DatasetListing listing, Predicate<ListedImage> wanted) {
    return listing.images().stream()
        .filter(wanted)
        .mapToInt(ListedImage::classIndex)
        .distinct()
        .count();
  }
}
