package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Metric;
import eifexplorer.embedding.NearestNeighbours;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.engine.MatrixMath;
import eifexplorer.job.JobContext;
import java.util.Arrays;

/**
 * Labels by the vote of the nearest other training samples: {@code score_c} = sum of {@code exp(-distance)} over the k
 * nearest of class c, divided by the sum over all. Euclidean on the raw embeddings; k is the lower median of the classes'
 * sizes. Immutable.
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
    int k = Math.max(1, Math.min(lowerMedian(labels, classCount), labels.length - 1));
    NeighbourTable table =
        new NearestNeighbours(math).within(embeddings, Metric.EUCLIDEAN, k, context);
    return new VoteShares(table, labels, classCount);
  }

  /** Lower median of the sizes of the classes that have samples. */
  static int lowerMedian(int[] labels, int classCount) {
    int[] sizes =
        Arrays.stream(LabelFit.sizes(labels, classCount)).filter(n -> n > 0).sorted().toArray();
    return sizes.length == 0 ? 1 : sizes[(sizes.length - 1) / 2];
  }

  /** Neighbours asked. */
  int k() {
    return table.k();
  }

  /** Share of every label for a sample [C], summing to 1; all 0 where there are no other samples. */
  double[] row(int sample) {
    double[] shares = new double[classCount];
    double nearest = table.distance(sample, 0);
    double sum = 0;
    for (int p = 0; p < table.k() && table.index(sample, p) != NeighbourTable.NONE; p++) {
      // Relative to the nearest: shares are the same, and far neighbours don't vanish together.
      double weight = Math.exp(nearest - table.distance(sample, p));
      shares[labels[table.index(sample, p)]] += weight;
      sum += weight;
    }
    for (int c = 0; sum > 0 && c < classCount; c++) {
      shares[c] /= sum;
    }
    return shares;
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
