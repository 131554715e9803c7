package eifexplorer.review;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.NearestNames;
import eifexplorer.dataset.Split;
import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** Finds the class a person means: of a training image one that is trained on, of a test image any. */
public final class ClassNames {
  private ClassNames() {}

  /** The class name of a text: its name with or without the leading number, in any case; empty if there is none. */
  public static Optional<String> find(ImageDataset dataset, String text) {
    return find(dataset, text, Split.TRAIN);
  }

  /** The same for an image of this split. */
  public static Optional<String> find(ImageDataset dataset, String text, Split split) {
    String wanted = text.strip();
    return classes(dataset, split).stream()
        .filter(
            label ->
                label.name().equalsIgnoreCase(wanted)
                    || label.displayName().equalsIgnoreCase(wanted))
        .map(ClassLabel::name)
        .findFirst();
  }

  private static List<ClassLabel> classes(ImageDataset dataset, Split split) {
    return split.isTest()
        ? dataset.classes()
        : dataset.classes().subList(0, dataset.trainClassCount());
  }

  /** {@code Did you mean "Coral Finch"? } of the classes an image of this split may have, or nothing. */
  static String meant(ImageDataset dataset, String text, Split split) {
    return NearestNames.question(
        text, classes(dataset, split).stream().map(ClassLabel::name).toList());
  }

  /** {@code class} or {@code training class}: what an image of this split may have. */
  static String word(Split split) {
    return split.isTest() ? "class" : "training class";
  }

  /** Throws {@link ProblemException} if an image of this split can't have a class of exactly this name. */
  static void require(ImageDataset dataset, String name, Split split) {
    if (find(dataset, name, split).filter(name::equals).isEmpty()) {
      throw new ProblemException(
          "There is no " + word(split) + " \"" + name + "\"",
          "",
          meant(dataset, name, split) + "Choose one of the data set's.");
    }
  }
}
