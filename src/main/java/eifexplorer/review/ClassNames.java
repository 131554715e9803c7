package eifexplorer.review;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
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

  /** Throws {@link ProblemException} if no training class has exactly this name. */
  static void require(ImageDataset dataset, String name) {
    if (find(dataset, name).filter(name::equals).isEmpty()) {
      throw new ProblemException(
          "There is no training class \"" + name + "\"", "", "Choose one of the data set's.");
    }
  }
}
