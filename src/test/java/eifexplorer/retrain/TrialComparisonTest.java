package eifexplorer.retrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.confusion.QueryRetrieval;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.retrain.ReweightOutcome.PairChange;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialComparisonTest {
  private static final QueryRetrieval WRONG = new QueryRetrieval(1, 4);
  private static final QueryRetrieval RIGHT = new QueryRetrieval(5, 1);

  private static TrialComparison result(double[] changes, double[] controls) {
    return new TrialComparison(effects(changes), effects(controls));
  }

  /** Two pairs, the first of which is fixed where it moves by more than 0.15. */
  private static List<TrialEffect> effects(double[] changes) {
    return IntStream.range(0, changes.length)
        .mapToObj(
            seed ->
                new TrialEffect(
                    seed,
                    List.of(
                        new PairChange(
                            new TestPair(0, 1),
                            0.3,
                            0.3 + changes[seed] - 0.01,
                            WRONG,
                            changes[seed] > 0.15 ? RIGHT : WRONG),
                        new PairChange(
                            new TestPair(2, 3), 0.5, 0.5 + changes[seed] + 0.01, RIGHT, RIGHT)),
                    0.675,
                    0.66))
        .toList();
  }

  @Test
  void aPairThatWasRightBeforeIsNotFixed() {
    TrialComparison result = result(new double[] {0.1, 0.2}, new double[] {0.3, 0.16});

    assertEquals(0.5, result.fixed());
    assertEquals(1, result.fixedAtRandom());
  }

  @Test
  void changesAreTheMeansOverThePairs() {
    TrialComparison result = result(new double[] {0.1, 0.2}, new double[] {0, 0.02});

    assertEquals(0.4, result.distanceBefore(), 1e-12);
    assertEquals(0.6, result.distanceAfter(1), 1e-12);
  }

  @Test
  void theTrialInTheMiddleIsProposed() {
    assertEquals(2, result(new double[] {0.3, 0.1, 0.2}, new double[] {0, 0, 0}).median());
  }
}
