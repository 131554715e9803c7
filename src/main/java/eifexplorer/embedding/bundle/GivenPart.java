package eifexplorer.embedding.bundle;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Locale;

/**
 * Samples of a bundle that belong together: the training samples, the test samples, or all of them undivided.
 *
 * @param name {@code training}, {@code test} or empty, for messages
 * @param features [n,F]
 * @param labels [n], texts or whole numbers as text
 * @param paths [n], or empty where not known
 * @param trueLabels [n], or empty where not known
 * @param splits [n], the word for what each is for, or empty where not said
 * @param classNames [n], the name of each sample's class, or empty where not said
 */
record GivenPart(
    String name,
    FeatureMatrix features,
    List<String> labels,
    List<String> paths,
    List<String> trueLabels,
    List<String> splits,
    List<String> classNames) {
  /** Checks that there is one of each a sample. Throws {@link ProblemException} naming what there is not. */
  GivenPart {
    labels = requireCount(labels, "labels", features.rows(), name);
    paths = requireCountOrNone(paths, "paths", features.rows(), name);
    trueLabels = requireCountOrNone(trueLabels, "true labels", features.rows(), name);
    splits = requireCountOrNone(splits, "splits", features.rows(), name);
    classNames = requireCountOrNone(classNames, "class names", features.rows(), name);
  }

  private static List<String> requireCountOrNone(
      List<String> values, String what, int count, String name) {
    return values.isEmpty() ? List.of() : requireCount(values, what, count, name);
  }

  private static List<String> requireCount(
      List<String> values, String what, int count, String name) {
    if (values.size() != count) {
      String of = name.isEmpty() ? "" : " " + name;
      throw new ProblemException(
          values.size() == 1
              ? String.format(
                  Locale.ROOT,
                  "There is 1 %s for %d%s samples",
                  what.substring(0, what.length() - 1),
                  count,
                  of)
              : String.format(
                  Locale.ROOT, "There are %d %s for %d%s samples", values.size(), what, count, of),
          "",
          "Give one a sample, in the order of the features.");
    }
    return List.copyOf(values);
  }
}
