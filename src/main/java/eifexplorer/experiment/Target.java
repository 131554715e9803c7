package eifexplorer.experiment;

import java.util.List;

/**
 * What a row or point of a result is about, to be opened: indices hold for the data set and labels the result was made
 * with.
 *
 * @param kind what it is
 * @param indices see {@link Kind}
 */
public record Target(Kind kind, List<Integer> indices) {
  /** Nothing to open. */
  public static final Target NONE = new Target(Kind.NONE, List.of());

  /** What can be opened. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** Two test indices. */
    PAIR,
    /** The label of a wrong class, then those it is confused with. */
    GROUP,
    /** The label of a training class. */
    TRAIN_CLASS,
    /** The label of a test class. */
    TEST_CLASS,
    /** Training indices. */
    TRAIN_IMAGES
  }

  /** Copies the list. */
  public Target {
    indices = List.copyOf(indices);
  }

  /** A test pair. */
  public static Target pair(int first, int second) {
    return new Target(Kind.PAIR, List.of(first, second));
  }

  /** Training images. */
  public static Target trainImages(List<Integer> indices) {
    return new Target(Kind.TRAIN_IMAGES, indices);
  }
}
