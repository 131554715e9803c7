package eifexplorer.review.suspect;

import eifexplorer.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How detectors are put together: by the weighted mean of their ranks.
 *
 * @param weights detector id to its weight, above 0; in the order given
 */
public record RankWeights(Map<String, Double> weights) {
  /** Name of the default order. */
  public static final String DEFAULT_ID = "default";

  /** Name of {@link #QUICK}. */
  public static final String QUICK_ID = "quick";

  /** Stands for the order that suits a model; {@link DefaultOrder#resolve} tells which that is. */
  public static final RankWeights DEFAULT = equal(List.of(DEFAULT_ID));

  /**
   * The mean rank of two label margins that leave the image out: class centres among the embeddings, and ridge regression
   * on the features, as quick as any. Chosen on CUB-200-2011 with labels made wrong, not on real mistakes.
   */
  public static final RankWeights QUICK =
      equal(List.of(LeaveOneOutCentroid.ID, LeaveOneOutRidge.ID));

  /** Copies the map. Throws {@link ProblemException} if it is empty or a weight is not above 0. */
  public RankWeights {
    weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    if (weights.isEmpty()) {
      throw ProblemException.badValue("detectors", "empty", "one or more");
    }
    weights.forEach(
        (id, weight) -> {
          if (!(weight > 0) || weight.isInfinite()) {
            throw ProblemException.badValue("weight of " + id, weight, "above 0");
          }
        });
  }

  /** All with the same weight. */
  public static RankWeights equal(Iterable<String> ids) {
    Map<String, Double> weights = new LinkedHashMap<>();
    ids.forEach(id -> weights.put(id, 1.0));
    return new RankWeights(weights);
  }

  /**
   * Reads {@code centroid} or {@code centroid=2,knn=1}; {@code default} is {@link #DEFAULT}, {@code quick} {@link #QUICK}.
   *
   * @throws ProblemException if it is not understood
   */
  public static RankWeights parse(String text) {
    if (text.isBlank() || text.equals(DEFAULT_ID)) {
      return DEFAULT;
    }
    if (text.equals(QUICK_ID)) {
      return QUICK;
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      String[] sides = part.strip().split("=", 2);
      try {
        weights.put(sides[0].strip(), sides.length == 1 ? 1.0 : Double.parseDouble(sides[1]));
      } catch (NumberFormatException e) {
        throw ProblemException.badValue("weight of " + sides[0], sides[1], "a number above 0");
      }
    }
    return new RankWeights(weights);
  }

  /**
   * The combined scores; the value is the mean rank, from 1.
   *
   * @param scores by detector id; must hold all that have a weight
   */
  public SuspectScores combine(Map<String, SuspectScores> scores) {
    double[] mean = new double[0];
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      double[] ranks = Objects.requireNonNull(scores.get(entry.getKey())).ranks();
      mean = mean.length == 0 ? new double[ranks.length] : mean;
      for (int i = 0; i < ranks.length; i++) {
        mean[i] += entry.getValue() / total * ranks[i];
      }
    }
    return SuspectScores.lowIsSuspect(mean);
  }

  @Override
  public String toString() {
    return weights.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }
}
