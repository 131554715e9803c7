package eifexplorer.training;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;

/** Reads values back that a checkpoint kept. */
final class SavedValues {
  private SavedValues() {}

  /** Fills {@code target} with saved values. Throws {@link ProblemException} if they are missing or of another number. */
  static void copyInto(float[] target, String name, StateDict state) {
    float[] values = state.get(name).floats();
    if (values.length != target.length) {
      throw ProblemException.badValue(
          "size of the saved " + name, values.length, target.length + ", as the run has");
    }
    System.arraycopy(values, 0, target, 0, values.length);
  }
}
