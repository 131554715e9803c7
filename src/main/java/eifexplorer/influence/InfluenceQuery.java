package eifexplorer.influence;

import eifexplorer.problem.ProblemException;
import java.io.Serializable;
import java.util.List;

/**
 * Test pairs whose mean distance is to be explained: one pair, a class pair's, or a group's.
 *
 * @param pairs at least one
 * @param title for people, such as {@code pair 12,407}
 */
public record InfluenceQuery(List<TestPair> pairs, String title) {
  /**
   * Two test samples.
   *
   * @param first test index
   * @param second test index, another one
   */
  public record TestPair(int first, int second) implements Serializable {
    /** Throws {@link ProblemException} for a sample paired with itself. */
    public TestPair {
      if (first < 0 || second < 0 || first == second) {
        throw ProblemException.ofValue(
            first + "," + second,
            "A pair needs two different test samples, not " + first + " and " + second,
            "Give the indices of two test images.");
      }
    }
  }

  /** Copies the list. Throws {@link ProblemException} if it is empty. */
  public InfluenceQuery {
    pairs = List.copyOf(pairs);
    if (pairs.isEmpty()) {
      throw new ProblemException(
          "There is no confused pair in " + title, "", "Choose classes that are confused.");
    }
  }

  /** One pair. */
  public static InfluenceQuery pair(int first, int second) {
    return new InfluenceQuery(List.of(new TestPair(first, second)), "pair " + first + "," + second);
  }
}
