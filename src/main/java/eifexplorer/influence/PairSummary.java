package eifexplorer.influence;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.math.IndexOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is kept of the influences on one pair: its most harmful and most helpful training images; immutable.
 */
public final class PairSummary {
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
