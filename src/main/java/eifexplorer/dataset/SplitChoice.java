package eifexplorer.dataset;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a person asks for before the class list is known; becomes a {@link ClassSelection} with it. */
@FunctionalInterface
public interface SplitChoice {
  /** The classes of this listing that are trained on and tested. */
  ClassSelection select(DatasetListing listing);

  /** The split that is usual for the data set. */
  static SplitChoice usual() {
    return DatasetListing::usual;
  }

  /** The split of the data set's own files. Selecting throws {@link ProblemException} if they have none. */
  static SplitChoice official() {
    return listing -> {
      if (!listing.hasOfficialSplit()) {
        throw new ProblemException(
            "The data set's files give no split into training and test images",
            listing.root().toString(),
            "Choose the classes to train on and to test.");
      }
      return ClassSelection.official();
    };
  }

  /** Exactly this selection. */
  static SplitChoice of(ClassSelection selection) {
    return listing -> selection;
  }

  /**
   * Classes by number or name, as {@link ClassRanges} reads them.
   *
   * @param train classes trained on
   * @param test classes tested; blank for all the others
   */
  static SplitChoice byClass(String train, String test) {
    return listing -> {
      List<String> names = listing.classNames();
      Set<Integer> trained = ClassRanges.parse(train, names);
      Set<Integer> tested =
          test.isBlank()
              ? IntStream.range(0, names.size())
                  .filter(i -> !trained.contains(i))
                  .boxed()
                  .collect(Collectors.toSet())
              : ClassRanges.parse(test, names);
      return ClassSelection.byClass(trained, tested);
    };
  }
}
