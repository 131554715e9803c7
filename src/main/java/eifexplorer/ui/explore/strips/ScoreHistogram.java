package eifexplorer.ui.explore.strips;

import eifexplorer.influence.InfluenceScores;
import eifexplorer.ui.kit.Texts;
import java.util.Arrays;

/** How the scores of a query are distributed: counted in equal steps from the largest below zero to the same above. Immutable. */
public final class ScoreHistogram {
  /** Steps; the one in the middle lies around zero. */
  static final int BINS = 45;

  private final int[] counts = new int[BINS];
  private final String text;

  private ScoreHistogram(double[] scores, ScoreScale scale) {
    double limit = Arrays.stream(scores).map(Math::abs).max().orElse(0);
    for (double score : scores) {
      counts[bin(score, limit)]++;
    }
    double[] sizes = Arrays.stream(scores).map(Math::abs).sorted().toArray();
    double half = sizes.length == 0 ? 0 : sizes[(sizes.length - 1) / 2];
    text =
        Texts.of(
            "Distribution of {0} from {1} to {2}{3}; half of them are smaller than {4}{5}",
            Texts.count(scores.length, "score", "scores"),
            scale.signed(-limit),
            scale.signed(limit),
            scale.unit(),
            scale.signed(half).substring(1),
            scale.unit());
  }

  /** Counts scores. */
  static ScoreHistogram of(InfluenceScores scores, ScoreScale scale) {
    return new ScoreHistogram(scores.influences(), scale);
  }

  private static int bin(double score, double limit) {
    if (limit == 0) {
      return BINS / 2;
    }
    return (int) Math.min(BINS - 1, Math.floor((score / limit + 1) / 2 * BINS));
  }

  /** Number of scores in a step, from 0, the most helpful first. */
  public int count(int bin) {
    return counts[bin];
  }

  /** The height of a step's bar, 0..1: by the logarithm, since nearly all scores are close to zero. */
  public double height(int bin) {
    int most = Arrays.stream(counts).max().orElse(0);
    return most == 0 ? 0 : Math.log1p(counts[bin]) / Math.log1p(most);
  }

  /** The same in a sentence, to be read aloud. */
  public String text() {
    return text;
  }
}
