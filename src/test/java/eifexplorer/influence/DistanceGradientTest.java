package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.embedding.HeapFeatures;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.math.ColumnTile;
import eifexplorer.math.Doubles;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceGradientTest {
  private static final int FEATURES = 6;
  private static final int SIZE = 8;
  private static final int TRAIN = 20;
  private final Random random = new Random(3);

  private double[] gaussian(int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  /** Few pairs are kept as factors, five of eight components and more as a matrix; of close pairs little is lost. */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 1e-4", "3, 1", "4, 1e-4", "5, 1"})
  void productsAreThoseOfTheMatrix(int count, double apart) {
    float[] test = Doubles.floats(gaussian(10 * FEATURES));
    for (int i = 0; i < 5 * FEATURES; i++) {
      test[5 * FEATURES + i] = test[i] + (float) apart * test[5 * FEATURES + i];
    }
    List<TestPair> all = IntStream.range(0, count).mapToObj(p -> new TestPair(p, p + 5)).toList();
    PairDistance pairs =
        new PairDistance(
            new HeapFeatures(test, 10, FEATURES),
            Doubles.floats(gaussian(SIZE)),
            new InfluenceQuery(all, "all"));
    double[][] weight =
        IntStream.range(0, SIZE).mapToObj(r -> gaussian(FEATURES)).toArray(double[][]::new);
    float[] features = Doubles.floats(gaussian(TRAIN * FEATURES));
    float[][] gradients =
        IntStream.range(0, SIZE)
            .mapToObj(r -> Doubles.floats(gaussian(TRAIN)))
            .toArray(float[][]::new);

    DistanceGradient gradient = DistanceGradient.of(pairs, pairs.embeddings(weight));
    double[] dots =
        gradient.dots(ColumnTile.of(gradients), ColumnTile.ofRows(features, TRAIN, FEATURES));

    assertEquals(2 * count <= SIZE, gradient.sharesFeatures());
    double[][] matrix = pairs.gradient(weight);
    for (int i = 0; i < TRAIN; i++) {
      double expected = 0;
      for (int r = 0; r < SIZE; r++) {
        for (int f = 0; f < FEATURES; f++) {
          expected += matrix[r][f] * gradients[r][i] * features[i * FEATURES + f];
        }
      }
      assertEquals(expected, dots[i], 1e-5 * apart);
    }
  }
}
