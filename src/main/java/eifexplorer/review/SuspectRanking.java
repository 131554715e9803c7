package eifexplorer.review;

import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectDetector;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.review.suspect.SuspectScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The scores of some detectors, put in an order; immutable. */
public final class SuspectRanking {
  /** A detector names an image as suspect if it is among this share of its most suspect ones. */
  public static final double NAMED_SHARE = 0.1;

  /** Detectors that explain confusions rather than find wrong labels: named last. */
  private static final Set<String> WEAK = Set.of("harmful", "eif-group");

  private final Map<String, SuspectScores> scores;
  private final Map<String, double[]> ranks = new LinkedHashMap<>();
  private final int[] order;
  private final int[] places;

  /**
   * Orders.
   *
   * @param scores by detector id; must hold those of the weights
   */
  public SuspectRanking(Map<String, SuspectScores> scores, RankWeights weights) {
    this.scores = new LinkedHashMap<>(scores);
    this.scores.forEach((id, of) -> ranks.put(id, of.ranks()));
    this.order = weights.combine(scores).order();
    this.places = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = place;
    }
  }

  /** The same order with one detector more. */
  private SuspectRanking(SuspectRanking before, String detector, SuspectScores found) {
    this.scores = new LinkedHashMap<>(before.scores);
    this.scores.put(detector, found);
    this.ranks.putAll(before.ranks);
    this.ranks.put(detector, found.ranks());
    this.order = before.order;
    this.places = before.places;
  }

  /** The same scores in another order. */
  public SuspectRanking by(RankWeights weights) {
    return new SuspectRanking(scores, weights);
  }

  /** The same order with another detector's scores, which are named as reasons from now on. */
  public SuspectRanking with(String detector, SuspectScores found) {
    return new SuspectRanking(this, detector, found);
  }

  /** Detectors there are scores of. */
  public Set<String> detectors() {
    return Set.copyOf(scores.keySet());
  }

  /** N. */
  public int size() {
    return order.length;
  }

  /** The training image at a rank from 1. */
  public int at(int rank) {
    return order[rank - 1];
  }

  /** Rank of a training image, from 1. */
  public int rank(int trainIndex) {
    return places[trainIndex] + 1;
  }

  /** True if a detector names the image as suspect. */
  public boolean names(String detector, int trainIndex) {
    double[] of = ranks.get(detector);
    return of != null && of[trainIndex] <= NAMED_SHARE * order.length;
  }

  /** What the detectors that name the image say, the strongest first. */
  public List<Reason> reasons(int trainIndex) {
    List<Reason> reasons = new ArrayList<>();
    for (Reason reason : all(trainIndex)) {
      if (names(reason.detector().id(), trainIndex)) {
        reasons.add(reason);
      }
    }
    return reasons;
  }

  /** What every detector that has something to say says of the image, the strongest first; influence last. */
  public List<Reason> all(int trainIndex) {
    List<Reason> reasons = new ArrayList<>();
    scores.forEach(
        (id, of) -> {
          SuspectDetector detector = SuspectDetectors.byId(id);
          double value = of.value(trainIndex);
          reasons.add(
              new Reason(
                  detector.info(),
                  value,
                  detector.format(value),
                  Objects.requireNonNull(ranks.get(id))[trainIndex],
                  order.length));
        });
    reasons.removeIf(reason -> !reason.says());
    reasons.sort(
        Comparator.comparing((Reason reason) -> WEAK.contains(reason.detector().id()))
            .thenComparingDouble(Reason::rank));
    return reasons;
  }
}
