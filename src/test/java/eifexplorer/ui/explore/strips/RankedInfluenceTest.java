package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankedInfluenceTest {
  private static InfluenceScores scores(double... influence) {
    return new InfluenceScores(influence, new double[0][], new double[0], 0.2);
  }

  private static RankedInfluence ranked(double... influence) {
    return RankedInfluence.of(InfluenceQuery.pair(0, 1), scores(influence));
  }

  @Test
  void everyImageHasItsPlace() {
    RankedInfluence ranked = ranked(1, -2, 0, 3);

    assertEquals(
        List.of(Optional.of(InfluenceKind.HARMFUL), 1, Optional.of(InfluenceKind.HELPFUL), 0),
        List.of(ranked.kind(0), ranked.rank(0), ranked.kind(1), ranked.rank(1)));
    assertEquals(Optional.empty(), ranked.kind(2));
  }

  @Test
  void movesAreCountedAgainstThePairAlone() {
    RankedInfluence pair = ranked(5, 4, 3, 2, -1);

    RankedInfluence group =
        RankedInfluence.against(pair, InfluenceQuery.pair(0, 1), scores(2, 4, 3, 5, 1));

    assertEquals(
        List.of("↓3", "", "", "↑3", "new"), IntStream.range(0, 5).mapToObj(group::move).toList());
    assertEquals("", pair.move(3));
  }

  @Test
  void theDistributionIsCountedAroundZero() {
    ScoreHistogram histogram = ranked(-2, 0, 0, 0.01, 1, 2).histogram();

    assertEquals(
        List.of(1, 3, 1, 1),
        List.of(
            histogram.count(0),
            histogram.count(ScoreHistogram.BINS / 2),
            histogram.count(ScoreHistogram.BINS * 3 / 4),
            histogram.count(ScoreHistogram.BINS - 1)));
    assertEquals(
        List.of(1.0, 0.5), List.of(histogram.height(ScoreHistogram.BINS / 2), histogram.height(0)));
    assertEquals(
        "Distribution of 6 scores from −2.00 to +2.00; half of them are smaller than 0.01",
        histogram.text());
  }

  @Test
  void withoutInfluenceAllScoresAreInTheMiddle() {
    assertEquals(3, ranked(0, 0, 0).histogram().count(ScoreHistogram.BINS / 2));
  }
}
