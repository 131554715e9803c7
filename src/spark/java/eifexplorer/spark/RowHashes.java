package eifexplorer.spark;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.FeatureContent;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;

/** Hashes of features as they were when a job began, on the executors too: what is computed from other features is not kept. */
final class RowHashes implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<long[]> all;
  private final String digits;

  private RowHashes(Broadcast<long[]> all, String digits) {
    this.all = all;
    this.digits = digits;
  }

  /** Hashes features in the tasks; the driver knows them by that, and need not read them. */
  static RowHashes of(Cluster cluster, FeatureMatrix features, List<RowPart> parts) {
    long[] found =
        cluster
            .map(parts, part -> FeatureContent.hashes(part.open(), part.from()))
            .stream()
            .flatMapToLong(Arrays::stream)
            .toArray();
    FeatureContent.know(features, found);
    return new RowHashes(cluster.broadcast(found), FeatureContent.digits(features));
  }

  /** Sixteen hexadecimal digits of all of them. */
  String digits() {
    return digits;
  }

  /** Those of a part's rows. */
  long[] of(RowPart part) {
    int first = part.from() / FeatureContent.ROWS;
    int count = (part.rows().size() + FeatureContent.ROWS - 1) / FeatureContent.ROWS;
    return Arrays.copyOfRange(all.value(), first, first + count);
  }

  /** Throws {@link ProblemException} if a part's rows are others now; asked after their last use, a change on the way shows too. */
  void requireUnchanged(RowPart part, FeatureMatrix rows) {
    requireSame(of(part), rows, part.from());
  }

  /** The same of all rows. */
  void requireUnchanged(FeatureMatrix rows) {
    requireSame(all.value(), rows, 0);
  }

  private static void requireSame(long[] expected, FeatureMatrix rows, int first) {
    if (!Arrays.equals(expected, FeatureContent.hashes(rows, first))) {
      throw new ProblemException(
          "The features changed while they were in use",
          "rows " + first + " to " + (first + rows.rows() - 1),
          "Let nobody write into the workspace and start again; parts of rows that did not change"
              + " are kept.");
    }
  }
}
