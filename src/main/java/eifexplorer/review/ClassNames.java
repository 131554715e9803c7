package eifexplorer.review;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.NearestNames;
import eifexplorer.problem.ProblemException;
import java.util.Optional;

/** Finds the training class a person means. */
public final class ClassNames {
  private ClassNames() {}

  /** The class name of a text: its name with or without the leading number, in any case; empty if there is none. */
  public static Optional<String> find(ImageDataset dataset, String text) {
    String wanted = text.strip();
    return dataset.classes().subList(0, dataset.trainClassCount()).stream()
        .filter(
            label ->
                label.name().equalsIgnoreCase(wanted)
                    || label.displayName().equalsIgnoreCase(wanted))
        .map(ClassLabel::name)
        .findFirst();
  }

  /** {@code Did you mean "Coral Finch"? } of the training classes, or nothing. */
  static String meant(ImageDataset dataset, String text) {
    return NearestNames.question(
        text,
        dataset.classes().subList(0, dataset.trainClassCount()).stream()
            .map(ClassLabel::name)
            .toList());
  }

  /** Throws {@link ProblemException} if no training class has exactly this name. */
  static void require(ImageDataset dataset, String name) {
    if (find(dataset, name).filter(name::equals).isEmpty()) {
      throw new ProblemException(
          "There is no training class \"" + name + "\"",
          "",
          meant(dataset, name) + "Choose one of the data set's.");
    }
  }
}
