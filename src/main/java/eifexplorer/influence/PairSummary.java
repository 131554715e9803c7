package eifexplorer.influence;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.math.IndexOrder;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What is kept of the influences on one pair: its most harmful and most helpful training images; immutable.
 */
public final class PairSummary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TestPair pair;
  private final double distance;
  private final int[] harmful;
  private final double[] harmfulInfluence;
  private final int[] helpful;
  private final double[] helpfulInfluence;
  private final int suspects;

  /**
   * Copies the arrays.
   *
   * @param distance the pair's, 0..4
   * @param harmful training indices, strongest first
   * @param harmfulInfluence their influences, positive
   * @param helpful training indices, strongest first
   * @param helpfulInfluence their influences, negative
   * @param suspects how many of the first {@link InfluenceSurvey#HARMFUL_RANKS} harmful ones are suspects
   */
  public PairSummary(
      TestPair pair,
      double distance,
      int[] harmful,
      double[] harmfulInfluence,
      int[] helpful,
      double[] helpfulInfluence,
      int suspects) {
    this.pair = pair;
    this.distance = distance;
    this.harmful = harmful.clone();
    this.harmfulInfluence = harmfulInfluence.clone();
    this.helpful = helpful.clone();
    this.helpfulInfluence = helpfulInfluence.clone();
    this.suspects = suspects;
  }

  /** Keeps at most {@code count} of each sign; there are no suspects yet. */
  public static PairSummary of(TestPair pair, InfluenceScores scores, int count) {
    int[] harmful = strongest(scores, count, 1);
    int[] helpful = strongest(scores, count, -1);
    return new PairSummary(
        pair,
        scores.distance(),
        harmful,
        IntStream.of(harmful).mapToDouble(scores::influence).toArray(),
        helpful,
        IntStream.of(helpful).mapToDouble(scores::influence).toArray(),
        0);
  }

  /** The indices of one sign, strongest first, ties by index. */
  private static int[] strongest(InfluenceScores scores, int count, int sign) {
    double[] strengths = scores.influences();
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] *= sign;
    }
    return IntStream.of(IndexOrder.descending(strengths, count))
        .takeWhile(i -> strengths[i] > 0)
        .toArray();
  }

  /** The same with training indices that much larger: what is known of a part of the training images, as of all. */
  public PairSummary shifted(int by) {
    return new PairSummary(
        pair,
        distance,
        IntStream.of(harmful).map(i -> i + by).toArray(),
        harmfulInfluence,
        IntStream.of(helpful).map(i -> i + by).toArray(),
        helpfulInfluence,
        suspects);
  }

  /** At most {@code count} of each sign of this and of another part of the training images; there are no suspects yet. */
  public PairSummary joined(PairSummary other, int count) {
    int[] harms = joined(harmful, other.harmful);
    int[] helps = joined(helpful, other.helpful);
    double[] harmInfluence = joined(harmfulInfluence, other.harmfulInfluence);
    double[] helpInfluence = joined(helpfulInfluence, other.helpfulInfluence);
    int[] harmOrder = strongest(harms, harmInfluence, count);
    int[] helpOrder = strongest(helps, helpInfluence, count);
    return new PairSummary(
        pair,
        distance,
        IntStream.of(harmOrder).map(o -> harms[o]).toArray(),
        IntStream.of(harmOrder).mapToDouble(o -> harmInfluence[o]).toArray(),
        IntStream.of(helpOrder).map(o -> helps[o]).toArray(),
        IntStream.of(helpOrder).mapToDouble(o -> helpInfluence[o]).toArray(),
        0);
  }

  /** Places by falling strength, ties by training index. */
  private static int[] strongest(int[] indices, double[] influences, int count) {
    return IntStream.range(0, indices.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(o -> -Math.abs(influences[o]))
                .thenComparingInt(o -> indices[o]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] joined(int[] a, int[] b) {
    return IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
  }

  private static double[] joined(double[] a, double[] b) {
    return DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).toArray();
  }

  /** The size of the strongest influence; 0 if there is none. */
  public double strongest() {
    double harm = harmfulInfluence.length == 0 ? 0 : harmfulInfluence[0];
    double help = helpfulInfluence.length == 0 ? 0 : -helpfulInfluence[0];
    return Math.max(harm, help);
  }

  /** The same with another number of suspects. */
  public PairSummary withSuspects(int count) {
    return new PairSummary(
        pair, distance, harmful, harmfulInfluence, helpful, helpfulInfluence, count);
  }

  /** The pair. */
  public TestPair pair() {
    return pair;
  }

  /** Its distance, 0..4. */
  public double distance() {
    return distance;
  }

  /** The most harmful training indices, strongest first, a copy. */
  public int[] harmful() {
    return harmful.clone();
  }

  /** Their influences, positive, a copy. */
  public double[] harmfulInfluence() {
    return harmfulInfluence.clone();
  }

  /** The most helpful training indices, strongest first, a copy. */
  public int[] helpful() {
    return helpful.clone();
  }

  /** Their influences, negative, a copy. */
  public double[] helpfulInfluence() {
    return helpfulInfluence.clone();
  }

  /** The training indices that count as harming the pair, a copy. */
  public int[] mostHarmful() {
    return Arrays.copyOf(harmful, Math.min(harmful.length, InfluenceSurvey.HARMFUL_RANKS));
  }

  /** How many of those are suspects. */
  public int suspects() {
    return suspects;
  }
}
