package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey.HarmedPair;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairSurveyTest {
  private static final TestPair FIRST = new TestPair(0, 1);
  private static final TestPair SECOND = new TestPair(2, 1);

  private static InfluenceScores scores(double... influence) {
    return new InfluenceScores(influence, new double[0][], new double[0], .5);
  }

  @Test
  void theStrongestOfEachSignAreKept() {
    PairSummary summary = PairSummary.of(FIRST, scores(1, -3, 0, 5, 1, -4, 2), 3);

    assertArrayEquals(new int[] {3, 6, 0}, summary.harmful());
    assertArrayEquals(new double[] {5, 2, 1}, summary.harmfulInfluence());
    assertArrayEquals(new int[] {5, 1}, summary.helpful());
    assertArrayEquals(new double[] {-4, -3}, summary.helpfulInfluence());
  }

  @Test
  void keptImagesAreTheFirstOfTheWholeRanking() {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      InfluenceScores scores =
          scores(IntStream.range(0, 200).mapToDouble(i -> random.nextInt(21) - 10).toArray());
      PairSummary summary = PairSummary.of(FIRST, scores, 20);

      assertArrayEquals(IntStream.of(scores.harmful()).limit(20).toArray(), summary.harmful());
      assertArrayEquals(IntStream.of(scores.helpful()).limit(20).toArray(), summary.helpful());
    }
  }

  @Test
  void pairsAddUpToWhatATrainingImageHarms() {
    InfluenceScores first = scores(2, 4, -8, 0);
    InfluenceScores second = scores(3, 1, 0, 0);
    double[] harm = new double[4];
    PairSurvey.addHarm(first, harm);
    PairSurvey.addHarm(second, harm);
    PairSurvey survey =
        new PairSurvey(
            List.of(
                PairSummary.of(FIRST, first, 20).withSuspects(1),
                PairSummary.of(SECOND, second, 20)),
            harm,
            3);

    assertEquals(2, survey.explained());
    assertEquals(3, survey.pairs());
    assertEquals(.25 + 1, survey.harm(0));
    assertEquals(List.of(0, 1), survey.mostHarmful(5));
    assertEquals(2, survey.pairsHarmed(1));
    assertEquals(0, survey.pairsHarmed(2));
    assertEquals(
        List.of(new HarmedPair(SECOND, 1, 3), new HarmedPair(FIRST, 2, 2)), survey.harmed(0, 9));
    assertEquals(List.of(new HarmedPair(FIRST, 1, 4)), survey.harmed(1, 1));
    assertEquals(List.of(1, 0), survey.mostHarmful(FIRST));
    assertEquals(OptionalInt.of(1), survey.suspects(FIRST));
    assertEquals(OptionalInt.empty(), survey.suspects(new TestPair(5, 6)));
  }

  @Test
  void aPairWithoutInfluenceHarmsNothing() {
    double[] harm = new double[2];
    PairSurvey.addHarm(scores(0, 0), harm);

    assertArrayEquals(new double[2], harm);
  }

  @Test
  void theStrongestOfPartsAreThoseOfTheWhole() {
    Random random = new Random(6);
    for (int round = 0; round < 50; round++) {
      double[] all = IntStream.range(0, 90).mapToDouble(i -> random.nextInt(21) - 10).toArray();
      PairSummary whole = PairSummary.of(FIRST, scores(all), 20);

      PairSummary joined =
          PairSummary.of(FIRST, scores(Arrays.copyOfRange(all, 50, 90)), 20)
              .shifted(50)
              .joined(PairSummary.of(FIRST, scores(Arrays.copyOf(all, 50)), 20), 20);

      assertArrayEquals(whole.harmful(), joined.harmful());
      assertArrayEquals(whole.harmfulInfluence(), joined.harmfulInfluence());
      assertArrayEquals(whole.helpful(), joined.helpful());
      assertArrayEquals(whole.helpfulInfluence(), joined.helpfulInfluence());
      assertEquals(Arrays.stream(all).map(Math::abs).max().orElse(0), joined.strongest());
    }
  }
}
