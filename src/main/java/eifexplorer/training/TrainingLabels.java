package eifexplorer.training;

import eifexplorer.problem.ProblemException;

/** What labels must be to train on them. */
final class TrainingLabels {
  private TrainingLabels() {}

  /**
   * C, the largest label and one.
   *
   * @param labels [N]
   * @throws ProblemException if a label is below 0, or there are fewer than two classes
   */
  static int classCount(int[] labels) {
    int largest = -1;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        throw new ProblemException(
            "Training sample " + i + " has label " + labels[i], "", "Count labels from 0.");
      }
      largest = Math.max(largest, labels[i]);
    }
    if (largest < 1) {
      throw ProblemException.badValue("number of training classes", largest + 1, "2 or more");
    }
    return largest + 1;
  }
}
