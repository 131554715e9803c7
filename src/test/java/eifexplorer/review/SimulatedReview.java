package eifexplorer.review;

import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectScores;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Labels some of which are wrong, scored by a detector, and an annotator who is always right and goes down the queue. */
final class SimulatedReview {
  private final boolean[] wrong;
  private final SuspectRanking ranking;
  private final QueueOrder order;

  /** How far the scores of wrong labels lie from those of right ones. */
  enum Detector {
    USELESS(z -> 0),
    WEAK(z -> .8),
    FAIR(z -> 2),
    STRONG(z -> 4),
    PERFECT(z -> 40),
    /** Half of the wrong labels look right. */
    BLIND_TO_HALF(z -> z < 0 ? 0 : 4);

    private final DoubleUnaryOperator gap;

    Detector(DoubleUnaryOperator gap) {
      this.gap = gap;
    }
  }

  /** How many 90 % ranges held the truth. */
  record Coverage(int held, int of) {
    Coverage plus(Coverage other) {
      return new Coverage(held + other.held, of + other.of);
    }

    double share() {
      return (double) held / of;
    }
  }

  SimulatedReview(boolean[] wrong, double[] suspicion) {
    this.wrong = wrong;
    ranking =
        new SuspectRanking(
            Map.of("loss", new SuspectScores(suspicion, suspicion)), RankWeights.parse("loss"));
    List<String> paths =
        IntStream.range(0, wrong.length).mapToObj(i -> suspicion[i] + "/" + i + ".jpg").toList();
    order = new QueueOrder(ranking, paths);
  }

  static SimulatedReview drawn(Random random, Detector detector, int images, double share) {
    boolean[] wrong = new boolean[images];
    double[] suspicion = new double[images];
    for (int i = 0; i < images; i++) {
      wrong[i] = random.nextDouble() < share;
      double gap = detector.gap.applyAsDouble(random.nextGaussian());
      suspicion[i] = random.nextGaussian() + (wrong[i] ? gap : 0);
    }
    return new SimulatedReview(wrong, suspicion);
  }

  /** What is estimated after so many decisions. */
  QueueEstimate estimate(int decisions) {
    boolean[] spotChecks = new boolean[wrong.length];
    for (int image = 0; image < wrong.length; image++) {
      spotChecks[ranking.rank(image) - 1] = order.isSpotCheck(image);
    }
    return QueueEstimate.of(outcomes(decisions), spotChecks);
  }

  /** What is known after so many decisions, the most suspect first. */
  Outcome[] outcomes(int decisions) {
    Outcome[] byRank = new Outcome[wrong.length];
    Arrays.fill(byRank, Outcome.UNDECIDED);
    for (int place = 0; place < Math.min(decisions, wrong.length); place++) {
      int image = order.at(place);
      byRank[ranking.rank(image) - 1] = wrong[image] ? Outcome.WRONG : Outcome.RIGHT;
    }
    return byRank;
  }

  /** Wrong labels left after so many decisions. */
  int left(int decisions) {
    return (int)
        IntStream.range(decisions, wrong.length).filter(place -> wrong[order.at(place)]).count();
  }

  Coverage coverage(int... stops) {
    int held = 0;
    int of = 0;
    for (int stop : stops) {
      if (stop < wrong.length) {
        QueueEstimate estimate = estimate(stop);
        int left = left(stop);
        held += estimate.known() && estimate.low() <= left && left <= estimate.high() ? 1 : 0;
        of++;
      }
    }
    return new Coverage(held, of);
  }
}
