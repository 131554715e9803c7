package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.math.Matrices;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairDistanceTest {
  private final SmallWorld world = new SmallWorld();

  @Test
  void theGradientIsTheFiniteDifferences() {
    PairDistance pairs =
        new PairDistance(
            world.bundle(),
            new InfluenceQuery(
                List.of(new TestPair(0, 1), new TestPair(0, 5), new TestPair(3, 2)), "three"));
    double[][] weight = Matrices.rows(world.weight, SmallWorld.FEATURES);

    double[][] expected = new double[SmallWorld.SIZE][SmallWorld.FEATURES];
    for (int r = 0; r < expected.length; r++) {
      for (int c = 0; c < expected[r].length; c++) {
        expected[r][c] =
            (pairs.distance(moved(weight, r, c, 1e-5)) - pairs.distance(moved(weight, r, c, -1e-5)))
                / 2e-5;
      }
    }
    double[][] gradient = pairs.gradient(weight);
    for (int r = 0; r < expected.length; r++) {
      assertArrayEquals(expected[r], gradient[r], 1e-8);
    }
  }

  @Test
  void equalFeaturesAreAtDistanceZeroWithoutGradient() {
    System.arraycopy(world.test, 0, world.test, SmallWorld.FEATURES, SmallWorld.FEATURES);
    PairDistance pairs = new PairDistance(world.bundle(), InfluenceQuery.pair(0, 1));
    double[][] weight = Matrices.rows(world.weight, SmallWorld.FEATURES);

    assertEquals(0, pairs.distance(weight));
    assertEquals(
        0,
        Arrays.stream(pairs.gradient(weight)).flatMapToDouble(Arrays::stream).map(Math::abs).sum());
  }

  @Test
  void weightsInSinglePrecisionGiveTheSameEmbeddings() {
    PairDistance pairs = new PairDistance(world.bundle(), InfluenceQuery.pair(3, 1));
    double[][] weight = Matrices.rows(world.weight, SmallWorld.FEATURES);

    assertArrayEquals(
        pairs.embeddings(weight),
        pairs.embeddings(Matrices.rowsOf(world.weight, 0, SmallWorld.SIZE, SmallWorld.FEATURES)));
  }

  @Test
  void aSampleOutsideTheTestSetIsRefused() {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> new PairDistance(world.bundle(), InfluenceQuery.pair(3, 10)));
    assertEquals(
        "There is no test sample 10: pair 3,10. Test samples are numbered 0 to 9.",
        problem.getMessage());
  }

  private static double[][] moved(double[][] weight, int row, int column, double by) {
    double[][] copy = Arrays.stream(weight).map(double[]::clone).toArray(double[][]::new);
    copy[row][column] += by;
    return copy;
  }
}
