package eifexplorer.dataset;

import java.util.Set;

/**
 * Which classes are trained on and which are tested.
 *
 * @param kind how samples are divided
 * @param train positions of training classes in the class list, from 0; ignored by {@link Kind#OFFICIAL}
 * @param test positions of test classes
 */
public record ClassSelection(Kind kind, Set<Integer> train, Set<Integer> test) {
  /** How samples are divided. */
  public enum Kind {
    /** By class: all images of a training class train, all of a test class test. */
    BY_CLASS,
    /** By the split each image carries in the data set's files. */
    OFFICIAL
  }

  /** Copies the sets. */
  public ClassSelection {
    train = Set.copyOf(train);
    test = Set.copyOf(test);
  }

  /** The split of the data set's own files. */
  public static ClassSelection official() {
    return new ClassSelection(Kind.OFFICIAL, Set.of(), Set.of());
  }

  /** All images of these classes train, all images of those test. */
  public static ClassSelection byClass(Set<Integer> train, Set<Integer> test) {
    return new ClassSelection(Kind.BY_CLASS, train, test);
  }
}
