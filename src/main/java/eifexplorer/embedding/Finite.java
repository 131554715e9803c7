package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;

/** Refuses numbers that would make a ranking silently wrong. */
final class Finite {
  private Finite() {}

  /** Throws {@link ProblemException} naming the first value that is not a number or infinite. */
  static void require(String what, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new ProblemException(
            "Element " + i + " of the " + what + " is " + values[i],
            "",
            "Train or export the model again.");
      }
    }
  }
}
