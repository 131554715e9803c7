package eifexplorer.confusion;

import java.util.Comparator;
import java.util.List;

/**
 * How one class fares.
 *
 * @param label the class
 * @param samples its test samples that were searched for
 * @param wrong those with a nearest neighbour of another class
 * @param confusionClasses the few classes that most of the wrong ones are confused with, most frequent first
 */
public record ClassSummary(int label, int samples, int wrong, List<Integer> confusionClasses) {
  /** Most wrong samples first; ties by class. */
  static final Comparator<ClassSummary> BY_WRONG =
      Comparator.comparingInt(ClassSummary::wrong).reversed().thenComparingInt(ClassSummary::label);

  /** Copies the list. */
  public ClassSummary {
    confusionClasses = List.copyOf(confusionClasses);
  }

  /** Share of the class's samples that are wrong, 0..1. */
  public double wrongShare() {
    return samples == 0 ? 0 : (double) wrong / samples;
  }

  /** The class with all of its confusion classes; of no pairs if nothing is wrong. */
  public ConfusionGroup group() {
    return new ConfusionGroup(label, confusionClasses);
  }
}
