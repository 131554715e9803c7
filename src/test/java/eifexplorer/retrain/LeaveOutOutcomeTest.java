package eifexplorer.retrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.retrain.HeadComparison.Spread;
import eifexplorer.retrain.LeaveOutOutcome.Count;
import eifexplorer.retrain.LeaveOutOutcome.Measure;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LeaveOutOutcomeTest {
  /** Images 0 and 1 have one class, 2 and 3 the other; 4 is alone and was not searched for. */
  private final LeaveOutOutcome outcome =
      new LeaveOutOutcome(
          new LeaveOutRequest(new TreeSet<>(Set.of(7)), List.of(0L, 1L)),
          new int[] {0, 0, 1, 1, 2},
          List.of(new ConfusionPair(0, 2, 0, 1, .5), new ConfusionPair(3, 1, 1, 0, .6)),
          List.of(head(.5, .5, .6, 2, 0, 3, 1, -1), head(.5, .5, .6, 2, 0, 3, 1, -1)),
          List.of(head(.75, .7, .6, 1, 0, 3, 1, -1), head(.5, .6, .6, 1, 0, 1, 1, -1)),
          List.of(head(.5, .5, .6, 2, 0, 3, 1, -1), head(.25, .5, .6, 2, 2, 3, 1, -1)));

  private static HeadOutcome head(double recall, double first, double second, int... nearest) {
    return new HeadOutcome(recall, recall / 2, nearest, new double[] {first, second});
  }

  @Test
  void changesAreOfTheSameSeed() {
    assertEquals(
        new Measure(
            new Spread(.5, 0),
            Spread.of(new double[] {.25, 0}),
            Spread.of(new double[] {0, -.25}),
            Chance.NOT_TOLD_FROM_CHANCE),
        outcome.recallAt1());
  }

  @Test
  void theDistanceIsTheMeanOverThePairsAskedFor() {
    Measure measure = outcome.distance(Set.of(new TestPair(0, 2)));

    assertEquals(.5, measure.all().mean(), 1e-12);
    assertEquals(.15, measure.change().mean(), 1e-12);
    assertEquals(new Spread(0, 0), measure.atRandom());
    assertEquals(Chance.NOT_TOLD_FROM_CHANCE, measure.chance());
  }

  @Test
  void imagesThatFindTheirClassAreFixedAndThoseThatLoseItBroken() {
    assertEquals(
        new Count(new Spread(1, 0), new Spread(0, 0), Chance.NOT_TOLD_FROM_CHANCE),
        outcome.fixed());
    assertEquals(
        new Count(
            Spread.of(new double[] {0, 1}),
            Spread.of(new double[] {0, 1}),
            Chance.NOT_TOLD_FROM_CHANCE),
        outcome.broken());
    assertEquals(List.of(0), outcome.usuallyFixed());
    assertEquals(List.of(), outcome.usuallyBroken());
  }

  @Test
  void theUsualNeighbourIsTheOneMostSeedsFind() {
    assertEquals(2, outcome.nearest(0, true));
    assertEquals(1, outcome.nearest(0, false));
  }
}
