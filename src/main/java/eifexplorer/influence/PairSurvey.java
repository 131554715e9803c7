package eifexplorer.influence;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.math.IndexOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A survey made of the summaries of its pairs and each training image's harm; immutable. */
public final class PairSurvey implements InfluenceSurvey {
  private static final Comparator<HarmedPair> BY_RANK =
      Comparator.comparingInt(HarmedPair::rank)
          .thenComparing(Comparator.comparingDouble(HarmedPair::influence).reversed());

  private final List<PairSummary> summaries;
  private final Map<TestPair, PairSummary> byPair = new HashMap<>();
  private final Map<Integer, List<HarmedPair>> byTraining = new HashMap<>();
  private final double[] harm;
  private final int pairs;

  /**
   * Copies its arguments.
   *
   * @param summaries of the pairs explained so far
   * @param harm of every training image [N], see {@link #harm}
   * @param pairs number of pairs there are
   */
  public PairSurvey(List<PairSummary> summaries, double[] harm, int pairs) {
    this.summaries = List.copyOf(summaries);
    this.harm = harm.clone();
    this.pairs = pairs;
    for (PairSummary summary : this.summaries) {
      byPair.put(summary.pair(), summary);
      int[] harmful = summary.mostHarmful();
      double[] influence = summary.harmfulInfluence();
      for (int rank = 0; rank < harmful.length; rank++) {
        byTraining
            .computeIfAbsent(harmful[rank], i -> new ArrayList<>())
            .add(new HarmedPair(summary.pair(), rank + 1, influence[rank]));
      }
    }
    byTraining.values().forEach(list -> list.sort(BY_RANK));
  }

  /** Adds to {@code harm} [N] what each training image does to one pair: its positive influence per the strongest's size. */
  public static void addHarm(InfluenceScores scores, double[] harm) {
    double[] influences = scores.influences();
    double strongest = Arrays.stream(influences).map(Math::abs).max().orElse(0);
    for (int i = 0; i < harm.length && strongest > 0; i++) {
      harm[i] += Math.max(0, influences[i]) / strongest;
    }
  }

  /** What is kept of each explained pair. */
  public List<PairSummary> summaries() {
    return summaries;
  }

  /** N. */
  public int trainingImages() {
    return harm.length;
  }

  @Override
  public double harm(int trainIndex) {
    return harm[trainIndex];
  }

  /** Training indices by falling {@link #harm}, ties by index, those without any left out. */
  public List<Integer> mostHarmful(int count) {
    return IntStream.of(IndexOrder.descending(harm, count))
        .filter(i -> harm[i] > 0)
        .boxed()
        .toList();
  }

  @Override
  public int explained() {
    return summaries.size();
  }

  @Override
  public int pairs() {
    return pairs;
  }

  @Override
  public int pairsHarmed(int trainIndex) {
    return byTraining.getOrDefault(trainIndex, List.of()).size();
  }

  @Override
  public List<HarmedPair> harmed(int trainIndex, int count) {
    return byTraining.getOrDefault(trainIndex, List.of()).stream().limit(count).toList();
  }

  @Override
  public List<Integer> mostHarmful(TestPair pair) {
    PairSummary summary = byPair.get(pair);
    return summary == null ? List.of() : Arrays.stream(summary.mostHarmful()).boxed().toList();
  }

  @Override
  public OptionalInt suspects(TestPair pair) {
    PairSummary summary = byPair.get(pair);
    return summary == null ? OptionalInt.empty() : OptionalInt.of(summary.suspects());
  }
}
