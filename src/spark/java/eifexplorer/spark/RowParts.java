package eifexplorer.spark;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.StoredRows;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.FeatureContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the rows of a feature matrix into parts. */
final class RowParts {
  /** Parts begin at a multiple of this: rows that have a hash together are never cut. */
  private static final int STEP = FeatureContent.ROWS;

  private RowParts() {}

  /**
   * Parts of about the same size.
   *
   * @param count how many at most; there are fewer where they would have less than {@link #STEP} rows
   * @param labels one a row, or none
   * @throws ProblemException if the features are not in one file
   */
  static List<RowPart> of(FeatureMatrix features, int[] labels, int count) {
    StoredRows all =
        StoredRows.of(features)
            .orElseThrow(
                () ->
                    new ProblemException(
                        "The workspace's features are not in one file of float32",
                        "",
                        "Open the workspace once with this version of the program."));
    int steps = (all.size() + STEP - 1) / STEP;
    int parts = Math.min(count, steps);
    List<RowPart> cut = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      int from = (int) ((long) p * steps / parts) * STEP;
      int to = Math.min(all.size(), (int) ((p + 1L) * steps / parts) * STEP);
      int[] own = labels.length == 0 ? labels : Arrays.copyOfRange(labels, from, to);
      cut.add(new RowPart(p, from, all.range(from, to), own));
    }
    return cut;
  }
}
