package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Metric;
import eifexplorer.embedding.NearestNeighbours;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.review.NeighbourVote;

/**
 * The vote of {@link NeighbourVote} on every training sample, its neighbours found in one pass and kept. Immutable.
 */
final class VoteShares {
  private final NeighbourTable table;
  private final int[] labels;
  private final int classCount;

  private VoteShares(NeighbourTable table, int[] labels, int classCount) {
    this.table = table;
    this.labels = labels.clone();
    this.classCount = classCount;
  }

  /** The vote among embeddings [N,E]. */
  static VoteShares of(
      FeatureMatrix embeddings, int[] labels, int classCount, MatrixMath math, JobContext context) {
    int k = Math.max(1, Math.min(NeighbourVote.lowerMedian(labels), labels.length - 1));
    NeighbourTable table =
        new NearestNeighbours(math).within(embeddings, Metric.EUCLIDEAN, k, context);
    return new VoteShares(table, labels, classCount);
  }

  /** Neighbours asked. */
  int k() {
    return table.k();
  }

  /** Share of every label for a sample [C], summing to 1; all 0 where there are no other samples. */
  double[] row(int sample) {
    return NeighbourVote.shares(table, sample, labels, classCount);
  }

  /** How many of the nearest {@code count} have the sample's own label. */
  int agreeing(int sample, int count) {
    int agreeing = 0;
    for (int p = 0; p < Math.min(count, table.k()); p++) {
      int neighbour = table.index(sample, p);
      agreeing += neighbour != NeighbourTable.NONE && labels[neighbour] == labels[sample] ? 1 : 0;
    }
    return agreeing;
  }
}
