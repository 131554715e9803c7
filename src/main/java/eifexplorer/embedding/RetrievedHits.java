package eifexplorer.embedding;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which of a query's neighbours are of its class, reduced to what recall@k and MAP@R need of them. */
final class RetrievedHits implements NeighbourVisitor {
  private static final int NEVER = Integer.MAX_VALUE;

  private final int[] queryLabels;
  private final int[] galleryLabels;
  private final int dropped;
  private final int[] relevant;
  private final int[] firstHit;
  private final double[] averagePrecision;

  /**
   * Makes an empty record of hits.
   *
   * @param self how many of a class's gallery samples are the query itself: 1 or 0
   * @param limit R is cut at it
   * @param dropped how many of the nearest are dropped unseen
   */
  RetrievedHits(int[] queryLabels, int[] galleryLabels, int self, int limit, int dropped) {
    this.queryLabels = queryLabels;
    this.galleryLabels = galleryLabels;
    this.dropped = dropped;
    this.relevant = new int[queryLabels.length];
    this.firstHit = new int[queryLabels.length];
    this.averagePrecision = new double[queryLabels.length];
    Map<Integer, Integer> counts = counts(galleryLabels);
    for (int i = 0; i < relevant.length; i++) {
      relevant[i] = Math.min(limit, counts.getOrDefault(queryLabels[i], 0) - self);
    }
  }

  /** Number of samples by label. */
  static SortedMap<Integer, Integer> counts(int[] labels) {
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    for (int label : labels) {
      counts.merge(label, 1, Integer::sum);
    }
    return counts;
  }

  /** Neighbours that MAP@R needs of the query with the largest class. */
  int longestR() {
    int longest = 0;
    for (int r : relevant) {
      longest = Math.max(longest, r);
    }
    return longest;
  }

  @Override
  public void visit(int query, int[] indices, double[] distances) {
    int r = relevant[query];
    int first = NEVER;
    int hits = 0;
    double precisions = 0;
    for (int i = dropped; i < indices.length; i++) {
      if (galleryLabels[indices[i]] == queryLabels[query]) {
        int position = i - dropped + 1;
        first = Math.min(first, position);
        hits++;
        precisions += position <= r ? (double) hits / position : 0;
      }
    }
    firstHit[query] = first;
    averagePrecision[query] = r < 1 ? 0 : precisions / r;
  }

  /** Queries that have nothing to find. */
  int withoutMatch() {
    int count = 0;
    for (int r : relevant) {
      count += r < 1 ? 1 : 0;
    }
    return count;
  }

  /** Share of all queries with a hit among the first k. */
  double recall(int k) {
    int count = 0;
    for (int position : firstHit) {
      count += position <= k ? 1 : 0;
    }
    return (double) count / firstHit.length;
  }

  /** Average precision at R of every query, 0..1; NaN for those with nothing to find. */
  double[] averagePrecisions() {
    double[] values = averagePrecision.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = relevant[i] < 1 ? Double.NaN : values[i];
    }
    return values;
  }

  /** {@code mean over queries of (1/R) Σ_{i ≤ R} precision@i rel(i)}, those with nothing to find left out. */
  double meanAveragePrecision() {
    double sum = 0;
    for (double value : averagePrecision) {
      sum += value;
    }
    int matched = relevant.length - withoutMatch();
    return matched == 0 ? 0 : sum / matched;
  }
}
