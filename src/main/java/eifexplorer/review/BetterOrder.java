package eifexplorer.review;

import eifexplorer.review.suspect.RankWeights;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Another order that would have found more of the wrong labels, by the decisions made.
 *
 * <p>Both orders are asked how many of the wrong labels they have among the first k, k being the images looked at. A
 * wrong label found by a spot check stands for the images like it that nobody looked at, so it counts as many times as
 * there are images for each spot check there. An order is better only if the gain is more than chance would give.
 *
 * @param detector id of the detector to sort by
 * @param found share of the wrong labels that it has among the first k
 * @param foundNow the same of the order in use
 * @param wrong wrong labels found that this rests on
 */
public record BetterOrder(String detector, double found, double foundNow, int wrong) {
  private static final int WRONG_WANTED = 8;
  private static final double NORMAL_95 = 1.645;

  /** The best of the ranking's detectors alone, if it does better than the order in use. */
  static Optional<BetterOrder> of(
      SuspectRanking ranking, QueueOrder order, ReviewOutcomes outcomes) {
    int wrong = outcomes.count(Outcome.WRONG);
    if (wrong < WRONG_WANTED) {
      return Optional.empty();
    }
    return ranking.detectors().stream()
        .sorted()
        .map(id -> compare(id, ranking, order, outcomes, wrong))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(BetterOrder::found));
  }

  private static Optional<BetterOrder> compare(
      String detector,
      SuspectRanking ranking,
      QueueOrder order,
      ReviewOutcomes outcomes,
      int wrong) {
    SuspectRanking other = ranking.by(RankWeights.parse(detector));
    int k = wrong + outcomes.count(Outcome.RIGHT);
    double spotWeight = spotWeight(ranking, order, outcomes);
    double total = 0;
    double found = 0;
    double now = 0;
    double squares = 0;
    for (int i = 0; i < ranking.size(); i++) {
      if (outcomes.of(i) != Outcome.WRONG) {
        continue;
      }
      double weight = order.isSpotCheck(i) ? spotWeight : 1;
      double there = other.rank(i) <= k ? weight : 0;
      double here = ranking.rank(i) <= k ? weight : 0;
      total += weight;
      found += there;
      now += here;
      squares += (there - here) * (there - here);
    }
    return found - now > NORMAL_95 * Math.sqrt(squares)
        ? Optional.of(new BetterOrder(detector, found / total, now / total, wrong))
        : Optional.empty();
  }

  /** Images that each answered spot check stands for. */
  private static double spotWeight(
      SuspectRanking ranking, QueueOrder order, ReviewOutcomes outcomes) {
    int open = 0;
    int answered = 0;
    for (int i = 0; i < ranking.size(); i++) {
      open += outcomes.of(i) == Outcome.UNDECIDED ? 1 : 0;
      answered += order.isSpotCheck(i) && outcomes.of(i).isAnswer() ? 1 : 0;
    }
    return answered == 0 ? 1 : 1 + (double) open / answered;
  }

  /** In one sentence: {@code aum would have found 45 % of the wrong labels, this order 38 %}. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%s would have found %.0f %% of the wrong labels in as many images, this order %.0f %%",
        detector,
        100 * found,
        100 * foundNow);
  }
}
