package eifexplorer.influence;

import eifexplorer.influence.InfluenceQuery.TestPair;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the influence on every confused pair adds up to, as far as it is known; an immutable snapshot.
 *
 * <p>A training image <i>harms</i> a pair if it is among the pair's {@link #HARMFUL_RANKS} most harmful ones.
 */
public interface InfluenceSurvey {
  /** Ranks, from 1, that count as harming a pair. */
  int HARMFUL_RANKS = 10;

  /**
   * A pair that a training image harms.
   *
   * @param pair the pair
   * @param rank of the training image among the pair's most harmful, from 1
   * @param influence positive
   */
  record HarmedPair(TestPair pair, int rank, double influence) {}

  /** Number of pairs explained so far. */
  int explained();

  /** Number of pairs there are. */
  int pairs();

  /**
   * The sum over all explained pairs of a training image's positive influence, divided by the size of the pair's strongest
   * influence: 0 for an image that harms none, at most the number of pairs.
   */
  double harm(int trainIndex);

  /** Number of explained pairs that a training image harms. */
  int pairsHarmed(int trainIndex);

  /** The pairs a training image harms, by ascending rank, then descending influence; at most {@code count}. */
  List<HarmedPair> harmed(int trainIndex, int count);

  /** Training indices of a pair's most harmful images, strongest first, at most {@link #HARMFUL_RANKS}; empty if unknown. */
  List<Integer> mostHarmful(TestPair pair);

  /**
   * How many of a pair's most harmful images are suspects, that is have a likeliest label other than the given one; empty
   * if the pair is not explained yet.
   */
  OptionalInt suspects(TestPair pair);
}
