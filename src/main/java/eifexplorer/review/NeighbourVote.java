package eifexplorer.review;

import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.job.JobContext;
import eifexplorer.math.IndexOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a sample's neighbours say its label is: the k nearest other samples by euclidean distance of the raw embeddings vote
 * with {@code exp(-distance)}, k being the lower median of samples per class. {@code kNN_label_pred} in the program of
 * Liu, Lin, et al. (NeurIPS 2022).
 *
 * <p>Two things are done better than there: the sample itself is told by its index, so that a duplicate of it may vote, and
 * distances are counted from the nearest, so that far neighbours' votes do not all become 0. Immutable, safe for use from
 * any thread.
 */
public final class NeighbourVote {
  /** What a search may hold at one time: a vote may ask a twentieth of a million rows. */
  private static final int NEIGHBOURS_AT_ONCE = 1 << 19;

  private final NeighbourIndex index;
  private final int[] labels;
  private final int classCount;
  private final int neighbours;

  /**
   * Votes among the rows of an index.
   *
   * @param index embeddings [N,E]
   * @param labels [N]
   */
  public NeighbourVote(NeighbourIndex index, int[] labels) {
    if (labels.length != index.rows().rows()) {
      throw new IllegalArgumentException(
          labels.length + " labels, " + index.rows().rows() + " rows");
    }
    this.index = index;
    this.labels = labels.clone();
    this.classCount = 1 + Arrays.stream(labels).max().orElse(-1);
    this.neighbours = lowerMedian(labels);
  }

  /** Samples per class: the smaller of the two middle ones if their number is even; 1 without labels. */
  public static int lowerMedian(int[] labels) {
    int[] counts = new int[1 + Arrays.stream(labels).max().orElse(-1)];
    for (int label : labels) {
      counts[label]++;
    }
    int[] sizes = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
    return sizes.length == 0 ? 1 : sizes[(sizes.length - 1) / 2];
  }

  /** k. */
  public int neighbours() {
    return neighbours;
  }

  /**
   * The votes on some samples, in one pass over all, or in several where they ask many neighbours.
   *
   * @param samples rows of the index
   * @return for each the labels that got votes, likeliest first, ties by label; none for the only sample there is
   */
  public List<List<LabelShare>> of(int[] samples, JobContext context) {
    int step = Math.max(1, NEIGHBOURS_AT_ONCE / neighbours);
    List<List<LabelShare>> votes = new ArrayList<>();
    for (int from = 0; from < samples.length; from += step) {
      int[] some = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + step));
      NeighbourTable table = index.nearest(some, neighbours, context);
      for (int s = 0; s < some.length; s++) {
        votes.add(count(table, s));
      }
    }
    return votes;
  }

  private List<LabelShare> count(NeighbourTable table, int row) {
    double[] shares = shares(table, row, labels, classCount);
    return IntStream.of(IndexOrder.descending(shares))
        .takeWhile(label -> shares[label] > 0)
        .mapToObj(label -> new LabelShare(label, shares[label]))
        .toList();
  }

  /**
   * Share of every label in the vote of a row's neighbours [C], summing to 1; all 0 where it has none.
   *
   * @param labels of the neighbours, 0..C-1
   */
  public static double[] shares(NeighbourTable table, int row, int[] labels, int classCount) {
    double[] shares = new double[classCount];
    double sum = 0;
    for (int p = 0; p < table.k() && table.index(row, p) != NeighbourTable.NONE; p++) {
      double vote = Math.exp(table.distance(row, 0) - table.distance(row, p));
      shares[labels[table.index(row, p)]] += vote;
      sum += vote;
    }
    for (int c = 0; sum > 0 && c < classCount; c++) {
      shares[c] /= sum;
    }
    return shares;
  }
}
