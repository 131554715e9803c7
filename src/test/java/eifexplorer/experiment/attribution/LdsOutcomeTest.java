package eifexplorer.experiment.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.experiment.Target;
import eifexplorer.influence.InfluenceQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class LdsOutcomeTest {
  private static final LdsOutcome.Prediction RISING =
      new LdsOutcome.Prediction(EstimatorSetting.of("eif"), new double[][] {{1, 2, 3, 4}}, 0);

  /** Distances of one pair after four subsets: the draws' batches, one after the other. */
  private static LdsOutcome outcome(double[]... draws) {
    List<double[][]> distances = List.of(at(0, draws), at(1, draws), at(2, draws), at(3, draws));
    LdsQuery query = new LdsQuery(InfluenceQuery.pair(0, 1), "a – b", Target.pair(0, 1));
    LdsPlan plan =
        new LdsPlan(Protocol.HALF, false, "pairs", 4, draws.length, List.of(), List.of());
    return new LdsOutcome(List.of(query), plan, distances, List.of(RISING), 0);
  }

  private static double[][] at(int subset, double[][] draws) {
    double[][] bySeed = new double[draws.length][];
    for (int k = 0; k < bySeed.length; k++) {
      bySeed[k] = new double[] {draws[k][subset]};
    }
    return bySeed;
  }

  @Test
  void withoutADrawTheOthersDistancesCount() {
    LdsOutcome outcome = outcome(new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, 0});

    assertArrayEquals(new double[] {-1, 1}, outcome.scoresWithoutDraw(RISING), 1e-12);
  }

  @Test
  void oneDrawSaysNothingOfOthers() {
    assertArrayEquals(new double[0], outcome(new double[] {1, 2, 3, 4}).scoresWithoutDraw(RISING));
  }
}
