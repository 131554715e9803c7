package eifexplorer.ui.train;

import eifexplorer.review.revision.Revision;
import eifexplorer.ui.kit.Texts;

/**
 * Labels to train on.
 *
 * @param revision number of the label revision; 0 for the data set's own labels
 * @param message what people say about it
 * @param changed images whose label differs from the data set's own
 * @param checkedOut whether the workspace is at it
 */
public record LabelsChoice(int revision, String message, int changed, boolean checkedOut) {
  static LabelsChoice of(Revision revision, int current) {
    return new LabelsChoice(
        revision.number(),
        revision.message(),
        revision.labels().size(),
        revision.number() == current);
  }

  /** In a list of choices. */
  @Override
  public String toString() {
    return revision == 0 ? "the data set's own" : "revision " + revision + ": " + message;
  }

  /** A sentence on what is trained on. */
  String sentence() {
    return revision == 0
        ? "Trained on the data set's own labels."
        : "Trained on label revision "
            + revision
            + (checkedOut ? ", which is checked out: " : ": ")
            + Texts.count(changed, "label differs", "labels differ")
            + " from the data set's own.";
  }
}
