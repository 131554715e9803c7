package eifexplorer.ui.testing;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Says that a pair has as many suspects as the last digit of its first test index. */
public final class FakeSurvey implements InfluenceSurvey {
  private final Map<TestPair, Integer> suspects;
  private final int pairs;

  /** A survey that has come to these pairs, of so many. */
  public FakeSurvey(List<ConfusionPair> explained, int pairs) {
    this.suspects =
        explained.stream()
            .collect(
                Collectors.toMap(
                    pair -> new TestPair(pair.wrong(), pair.confusedWith()),
                    pair -> pair.wrong() % 10));
    this.pairs = pairs;
  }

  @Override
  public int explained() {
    return suspects.size();
  }

  @Override
  public int pairs() {
    return pairs;
  }

  @Override
  public double harm(int trainIndex) {
    return 0;
  }

  @Override
  public int pairsHarmed(int trainIndex) {
    return 0;
  }

  @Override
  public List<HarmedPair> harmed(int trainIndex, int count) {
    return List.of();
  }

  @Override
  public List<Integer> mostHarmful(TestPair pair) {
    return suspects.containsKey(pair)
        ? List.of(pair.first() % 5, 5 + pair.second() % 5)
        : List.of();
  }

  @Override
  public OptionalInt suspects(TestPair pair) {
    Integer known = suspects.get(pair);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }
}
