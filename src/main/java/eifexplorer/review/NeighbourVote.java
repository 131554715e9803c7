package eifexplorer.review;

import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.job.JobContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
  private final NeighbourIndex index;
  private final int[] labels;
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
    this.neighbours = lowerMedian(labels);
  }

  /** Samples per class: the smaller of the two middle ones if their number is even. */
  private static int lowerMedian(int[] labels) {
    Map<Integer, Long> counts =
        Arrays.stream(labels)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long[] sorted = counts.values().stream().mapToLong(Long::longValue).sorted().toArray();
    return (int) sorted[(sorted.length - 1) / 2];
  }

  /** k. */
  public int neighbours() {
    return neighbours;
  }

  /**
   * The votes on some samples, in one pass over all.
   *
   * @param samples rows of the index
   * @return for each the labels that got votes, likeliest first, ties by label; none for the only sample there is
   */
  public List<List<LabelShare>> of(int[] samples, JobContext context) {
    NeighbourTable table = index.nearest(samples, neighbours, context);
    List<List<LabelShare>> votes = new ArrayList<>();
    for (int s = 0; s < samples.length; s++) {
      votes.add(count(table, s));
    }
    return votes;
  }

  private List<LabelShare> count(NeighbourTable table, int row) {
    Map<Integer, Double> scores = new TreeMap<>();
    double sum = 0;
    for (int p = 0; p < table.k() && table.index(row, p) != NeighbourTable.NONE; p++) {
      double vote = Math.exp(table.distance(row, 0) - table.distance(row, p));
      scores.merge(labels[table.index(row, p)], vote, Double::sum);
      sum += vote;
    }
    double total = sum;
    return scores.entrySet().stream()
        .map(entry -> new LabelShare(entry.getKey(), entry.getValue() / total))
        .sorted(Comparator.comparingDouble(share -> -share.share()))
        .toList();
  }
}
