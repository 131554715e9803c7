package eifexplorer.retrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.confusion.QueryRetrieval;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.retrain.ReweightOutcome.PairChange;
import eifexplorer.retrain.TrialVerdict.Result;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.testing.SampleSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialVerdictTest {
  private static final ExplorerSession SESSION = SampleSession.of(Optional.empty());

  /** One pair, which begins at distance 0.8 with test image 17 nearest and its own class fourth. */
  private static List<TrialEffect> trials(double[] changes, int nearest, int... ranks) {
    List<TrialEffect> trials = new ArrayList<>();
    for (int seed = 0; seed < changes.length; seed++) {
      PairChange change =
          new PairChange(
              new TestPair(0, 17),
              0.8,
              0.8 + changes[seed],
              new QueryRetrieval(17, 4),
              new QueryRetrieval(nearest, ranks[seed]));
      trials.add(new TrialEffect(seed, List.of(change), 0.6, 0.5));
    }
    return trials;
  }

  private static TrialVerdict effect(List<TrialEffect> trials, List<TrialEffect> controls) {
    return TrialVerdict.of(
        SESSION, "7 harmful images left out", new TrialComparison(trials, controls));
  }

  private static List<TrialEffect> still(int seeds) {
    int[] ranks = new int[seeds];
    Arrays.fill(ranks, 4);
    return trials(new double[seeds], 17, ranks);
  }

  private static String name(int test) {
    return SESSION.className(SESSION.testSample(test).label());
  }

  @Test
  void aPairIsFixedWhenItsImageFindsItsClassInMostSeeds() {
    TrialVerdict effect = effect(trials(new double[] {0.1, 0.12, 0.11}, 2, 1, 1, 2), still(3));

    assertEquals(
        new TrialVerdict(
            Result.FIXED,
            "7 harmful images left out",
            "d 0.80 → 0.91",
            "nearest neighbour becomes " + name(2) + ": fixed in 2 of 3 seeds",
            "",
            List.of(
                "Distance 0.800 → 0.910 ± 0.010; random sets → 0.800 ± 0.000",
                "Rank of the first right neighbour 4 → 1, 1, 2; random sets 4, 4, 4",
                "Nearest neighbour afterwards: " + name(2) + " in 3",
                "R@1 60.0 % → 50.0 %; random sets 50.0 %")),
        effect);
  }

  @Test
  void aPairThatMovesAndStaysConfusedIsStillWrong() {
    TrialVerdict effect = effect(trials(new double[] {0.1, 0.2, 0.3}, 17, 2, 3, 4), still(3));

    assertEquals(Result.STILL_WRONG, effect.result());
    assertEquals(
        "7 harmful images left out: d 0.80 → 1.00, nearest neighbour unchanged: still wrong (rank 4"
            + " → 3)",
        effect.text());
  }

  @Test
  void whatRandomSetsFixAsOftenIsNotTheImagesDoing() {
    TrialVerdict effect =
        effect(
            trials(new double[] {0.0001, 0.0001}, 2, 1, 1),
            trials(new double[] {0, 0.0002}, 2, 1, 1));

    assertEquals(Result.NOT_TOLD_FROM_CHANCE, effect.result());
    assertEquals(
        "7 harmful images left out: d 0.800 → 0.800, nearest neighbour becomes "
            + name(2)
            + ": fixed in 2 of 2 seeds, by random sets in 2 of 2; not told from chance",
        effect.text());
  }

  @Test
  void oneSeedTellsNothingAboutChance() {
    assertEquals(Result.ONE_SEED, effect(trials(new double[] {0.5}, 2, 1), still(1)).result());
  }

  @Test
  void ofSeveralPairsTheMeanIsTold() {
    PairChange fixed =
        new PairChange(
            new TestPair(0, 17), 0.8, 1.2, new QueryRetrieval(17, 4), new QueryRetrieval(2, 1));
    PairChange still =
        new PairChange(
            new TestPair(3, 1), 0.6, 0.8, new QueryRetrieval(1, 2), new QueryRetrieval(1, 2));
    List<TrialEffect> trials =
        List.of(
            new TrialEffect(0, List.of(fixed, still), 0.6, 0.6),
            new TrialEffect(1, List.of(fixed, fixed), 0.6, 0.6));

    assertEquals(
        "7 harmful images left out: mean d 0.70 → 1.05, 1.5 of 2 pairs fixed, by random sets 1.5"
            + " (mean of 2 seeds); rank 3 → 1; not told from chance",
        effect(trials, trials).text());
    assertEquals(
        "Median rank of the first right neighbour 3 → 1; random sets 1",
        effect(trials, trials).details().get(1));
  }
}
