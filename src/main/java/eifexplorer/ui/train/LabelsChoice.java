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
    return revision == 0
        ? Texts.of("the data set's own")
        : Texts.of("revision {0}: {1}", revision, message);
  }

  /** A sentence on what is trained on. */
  String sentence() {
    return revision == 0
        ? Texts.of("Trained on the data set's own labels.")
        : (checkedOut
            ? Texts.of(
                "Trained on label revision {0}, which is checked out: {1} from the data set's own.",
                revision, Texts.count(changed, "label differs", "labels differ"))
            : Texts.of(
                "Trained on label revision {0}: {1} from the data set's own.",
                revision, Texts.count(changed, "label differs", "labels differ")));
  }
}
