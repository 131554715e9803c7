package eifexplorer.confusion;

import java.util.Arrays;
import java.util.List;

/** The nearest neighbour of every test sample and the pairs in which it has another class; immutable. */
public final class Confusions {
  /** Stands for the neighbour of a sample that was not searched for. */
  public static final int NONE = -1;

  private final int[] labels;
  private final int[] nearest;
  private final List<ConfusionPair> pairs;

  /**
   * Copies its arguments.
   *
   * @param labels label of every test sample [M]
   * @param nearest test index of its nearest neighbour [M]; {@link #NONE} where there is none
   * @param pairs those with another label, by ascending index of the wrong sample
   */
  public Confusions(int[] labels, int[] nearest, List<ConfusionPair> pairs) {
    this.labels = labels.clone();
    this.nearest = nearest.clone();
    this.pairs = List.copyOf(pairs);
  }

  /** M. */
  public int sampleCount() {
    return labels.length;
  }

  /** Label of a test sample. */
  public int label(int sample) {
    return labels[sample];
  }

  /** Nearest neighbour of a test sample; {@link #NONE} if it was not searched for (In-Shop gallery) or is alone. */
  public int nearest(int sample) {
    return nearest[sample];
  }

  /** True if the sample was searched for. */
  public boolean isQuery(int sample) {
    return nearest[sample] != NONE;
  }

  /** How many samples were searched for: all, or the queries of an In-Shop gallery. */
  public int queryCount() {
    return (int) Arrays.stream(nearest).filter(index -> index != NONE).count();
  }

  /** Recall@1: share of the samples searched for whose nearest neighbour has their label, 0..1; 0 if there are none. */
  public double recallAt1() {
    int queries = queryCount();
    return queries == 0 ? 0 : 1 - (double) pairs.size() / queries;
  }

  /** True if the nearest neighbour has another label. */
  public boolean isWrong(int sample) {
    return isQuery(sample) && labels[nearest[sample]] != labels[sample];
  }

  /** True if both samples of a pair are each other's nearest neighbour, so that the pair is there twice, once for each. */
  public boolean isMutual(ConfusionPair pair) {
    return nearest[pair.confusedWith()] == pair.wrong();
  }

  /** How many pairs there are if those that are there twice are counted once. */
  public int distinctPairs() {
    return pairs.size() - (int) pairs.stream().filter(this::isMutual).count() / 2;
  }

  /** Every wrong sample with its nearest neighbour, by ascending index. */
  public List<ConfusionPair> pairs() {
    return pairs;
  }
}
