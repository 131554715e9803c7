package eifexplorer.ui.testing;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The survey of a small session, by explaining its pairs one after the other. */
public final class ComputedSurvey implements InfluenceSurvey {
  private final int pairs;
  private final Map<TestPair, InfluenceScores> scores;
  private final Map<TestPair, int[]> harmful = new HashMap<>();

  private ComputedSurvey(int pairs, Map<TestPair, InfluenceScores> scores) {
    this.pairs = pairs;
    this.scores = scores;
    scores.forEach(
        (pair, of) ->
            harmful.put(pair, Arrays.stream(of.harmful()).limit(HARMFUL_RANKS).toArray()));
  }

  /** As {@link eifexplorer.session.PairSurveyor#survey}; pairs that can't be explained are left out. */
  public static InfluenceSurvey survey(
      ExplorerSession session, Consumer<InfluenceSurvey> soFar, JobContext context) {
    Map<TestPair, InfluenceScores> scores = new LinkedHashMap<>();
    soFar.accept(new ComputedSurvey(session.pairs().size(), Map.of()));
    for (ConfusionPair pair : session.pairs()) {
      InfluenceQuery query = InfluenceQuery.pair(pair.wrong(), pair.confusedWith());
      try {
        scores.put(query.pairs().get(0), session.estimator().estimate(query, context));
      } catch (ProblemException unexplained) {
        context.log(unexplained.getMessage());
      }
    }
    return new ComputedSurvey(scores.size(), scores);
  }

  @Override
  public int explained() {
    return scores.size();
  }

  @Override
  public int pairs() {
    return pairs;
  }

  @Override
  public double harm(int trainIndex) {
    return scores.values().stream()
        .mapToDouble(of -> Math.max(0, of.influence(trainIndex)) / strongest(of))
        .sum();
  }

  private static double strongest(InfluenceScores scores) {
    return Arrays.stream(scores.influences()).map(Math::abs).max().orElseThrow();
  }

  @Override
  public int pairsHarmed(int trainIndex) {
    return harmed(trainIndex, Integer.MAX_VALUE).size();
  }

  @Override
  public List<HarmedPair> harmed(int trainIndex, int count) {
    List<HarmedPair> harmed = new ArrayList<>();
    scores.forEach(
        (pair, of) -> {
          int[] strongest = harmful.get(pair);
          IntStream.range(0, strongest.length)
              .filter(i -> strongest[i] == trainIndex)
              .forEach(i -> harmed.add(new HarmedPair(pair, i + 1, of.influence(trainIndex))));
        });
    harmed.sort(Comparator.comparingInt(HarmedPair::rank).thenComparing(pair -> -pair.influence()));
    return harmed.subList(0, Math.min(count, harmed.size()));
  }

  @Override
  public List<Integer> mostHarmful(TestPair pair) {
    return Arrays.stream(harmful.getOrDefault(pair, new int[0])).boxed().toList();
  }

  @Override
  public OptionalInt suspects(TestPair pair) {
    return scores.containsKey(pair) ? OptionalInt.of(pair.first() % 4) : OptionalInt.empty();
  }
}
