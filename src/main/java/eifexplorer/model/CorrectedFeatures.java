package eifexplorer.model;

import eifexplorer.dataset.LabelCorrections;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.SelectedRows;

/** Features with the labels of a revision: images left out lose their rows, nothing is computed anew. */
public final class CorrectedFeatures {
  private CorrectedFeatures() {}

  /** The same features, each image with its corrected label. */
  public static DatasetFeatures of(DatasetFeatures found, LabelCorrections corrections) {
    int[] training = corrections.keptTraining(found.dataset());
    return new DatasetFeatures(
        corrections.applyTo(found.dataset()),
        SelectedRows.of(found.train(), training),
        SelectedRows.of(found.test(), corrections.keptTest(found.dataset())),
        found.trainStages().map(stages -> stages.select(training)));
  }
}
