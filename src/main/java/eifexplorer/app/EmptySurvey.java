package eifexplorer.app;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey;
import java.util.List;
import java.util.OptionalInt;

/** A survey in which no pair is explained. */
record EmptySurvey(int pairs) implements InfluenceSurvey {
  @Override
  public int explained() {
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
    return List.of();
  }

  @Override
  public OptionalInt suspects(TestPair pair) {
    return OptionalInt.empty();
  }
}
