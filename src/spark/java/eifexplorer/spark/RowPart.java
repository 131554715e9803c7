package eifexplorer.spark;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.StoredRows;
import java.io.Serializable;

/**
 * Some rows of the workspace's features, one task's.
 *
 * @param index of the part, from 0
 * @param from index of the first row
 * @param rows where they are
 * @param labels one a row [n]; none where they are not asked for
 */
record RowPart(int index, int from, StoredRows rows, int[] labels) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The rows.
   *
   * @throws eifexplorer.problem.ProblemException if this machine does not see their file, or they are not in it
   */
  FeatureMatrix open() {
    PartFiles.requireSeen(rows.file());
    return rows.open();
  }

  /** After the last row. */
  int to() {
    return from + rows.size();
  }
}
