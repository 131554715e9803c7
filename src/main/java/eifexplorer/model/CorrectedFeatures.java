package eifexplorer.session;

import eifexplorer.dataset.LabelCorrections;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.SelectedRows;

/** Features with the labels of a revision: images left out lose their rows, nothing is computed anew. */
final class CorrectedFeatures {
  private CorrectedFeatures() {}

  static DatasetFeatures of(DatasetFeatures found, LabelCorrections corrections) {
    return new DatasetFeatures(
        corrections.applyTo(found.dataset()),
        SelectedRows.of(found.train(), corrections.kept(found.dataset())),
        found.test());
  }
}
