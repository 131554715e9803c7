package eifexplorer.review.suspect;

import eifexplorer.math.IndexOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How suspect every training sample's label is, and the value that says so; immutable.
 *
 * <p>A higher suspicion is more suspect. NaN means that nothing can be said, as of the only image of a class: such a
 * sample has the rank in the middle.
 */
public final class SuspectScores {
  private final double[] suspicion;
  private final double[] values;

  /**
   * Copies its arguments.
   *
   * @param suspicion [N]
   * @param values [N], what is shown to people
   */
  public SuspectScores(double[] suspicion, double[] values) {
    if (suspicion.length != values.length) {
      throw new IllegalArgumentException(suspicion.length + " and " + values.length + " values");
    }
    this.suspicion = suspicion.clone();
    this.values = values.clone();
  }

  /** Scores whose values are low for suspects, such as margins. */
  static SuspectScores lowIsSuspect(double[] values) {
    return new SuspectScores(Arrays.stream(values).map(v -> -v).toArray(), values);
  }

  /** Scores whose values are high for suspects, such as losses. */
  static SuspectScores highIsSuspect(double[] values) {
    return new SuspectScores(values, values);
  }

  /** N. */
  public int size() {
    return suspicion.length;
  }

  /** How suspect every sample is [N], a copy. */
  public double[] suspicions() {
    return suspicion.clone();
  }

  /** The detector's own values [N], a copy. */
  public double[] values() {
    return values.clone();
  }

  /** The detector's own value of a sample. */
  public double value(int trainIndex) {
    return values[trainIndex];
  }

  /** Rank of every sample from 1, the most suspect first; equal ones share the mean of their ranks [N]. */
  public double[] ranks() {
    int[] known =
        IntStream.of(IndexOrder.descending(suspicion))
            .filter(i -> !Double.isNaN(suspicion[i]))
            .toArray();
    double[] ranks = new double[size()];
    Arrays.fill(ranks, (size() + 1) / 2.0);
    double spread = known.length == 0 ? 1 : (double) size() / known.length;
    for (int from = 0, to; from < known.length; from = to) {
      to = from + 1;
      while (to < known.length && suspicion[known[to]] == suspicion[known[from]]) {
        to++;
      }
      double shared = (from + 1 + to) / 2.0;
      for (int k = from; k < to; k++) {
        ranks[known[k]] = 0.5 + (shared - 0.5) * spread;
      }
    }
    return ranks;
  }

  /** Training indices, the most suspect first; equal ones by index. */
  public int[] order() {
    return IndexOrder.ascending(ranks());
  }
}
