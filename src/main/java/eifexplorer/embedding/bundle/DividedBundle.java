package eifexplorer.embedding.bundle;

import eifexplorer.embedding.FeatureMatrix;
import java.util.List;
import java.util.OptionalInt;

/**
 * A bundle whose samples are training or test samples, with dense labels: training classes are 0..C-1.
 *
 * @param given what the file holds
 * @param train the training samples
 * @param test the test samples
 * @param classNames by label, for people
 * @param trainClasses C
 * @param how how the samples were divided, in words
 * @param leftOut samples that are neither trained on nor tested
 */
public record DividedBundle(
    GivenBundle given,
    Part train,
    Part test,
    List<String> classNames,
    int trainClasses,
    String how,
    int leftOut) {
  /**
   * Samples.
   *
   * @param features [n,F]
   * @param labels [n]
   * @param paths [n], different from one another; made up where the file names none
   * @param truths [n], the right label where the file knows the given one to be wrong
   */
  public record Part(
      FeatureMatrix features, int[] labels, List<String> paths, List<OptionalInt> truths) {
    /** Copies the lists. */
    public Part {
      paths = List.copyOf(paths);
      truths = List.copyOf(truths);
    }
  }

  /** Copies the list. */
  public DividedBundle {
    classNames = List.copyOf(classNames);
  }

  /**
   * Divides a bundle.
   *
   * @param wish of an undivided bundle: {@code classes} for halves of the classes, {@code images} for every second image
   *     of each class, or the classes trained on as {@link eifexplorer.dataset.ClassRanges} reads them; empty for what
   *     the file says, or halves of the classes
   * @throws eifexplorer.problem.ProblemException if nothing would be trained on or tested, or labels do not fit the proxies
   *     or the class names
   */
  public static DividedBundle of(GivenBundle given, String wish) {
    return new BundleDivider(given).divide(wish);
  }
}
