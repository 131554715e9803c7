package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.engine.MatrixProducts;
import eifexplorer.math.CosineMove;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock;
import eifexplorer.math.SampleBlock.SoftmaxBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DjlMatrixMathTest {

  @ParameterizedTest
  @CsvSource({"1,1,1", "3,5,7", "33,70,515"})
  void agreesWithNaiveSums(int m, int n, int k) {
    try (DjlEngine engine = Reference.engine()) {
      MatrixProducts.assertAgrees(engine.matrixMath(), m, n, k);
    }
  }

  /** More values than are worked on at once, and moves of every size, a few samples moving much farther than the others. */
  @ParameterizedTest
  @ValueSource(doubles = {.001, .02, .04, .08, .4})
  void changesOfLossesAreThoseOfJava(double size) {
    int n = 700;
    int classes = 500;
    Random random = new Random(5);
    float[] unit = gaussian(random, n * classes, .2);
    int[] labels = IntStream.range(0, n).map(j -> j * 7 % classes).toArray();
    List<CosineMove> moves = List.of(move(random, n, classes, size), move(random, n, classes, 0));
    try (DjlEngine engine = Reference.engine()) {
      double[][] expected = changes(new JavaMatrixMath(), unit, labels, moves);
      double[][] found = changes(engine.matrixMath(), unit, labels, moves);
      for (int m = 0; m < moves.size(); m++) {
        for (int j = 0; j < n; j++) {
          assertEquals(
              expected[m][j],
              found[m][j],
              1e-5 * Math.abs(expected[m][j]) + 1e-7 * size,
              "move " + m + ", sample " + j);
        }
      }
    }
  }

  private static double[][] changes(
      MatrixMath math, float[] values, int[] labels, List<CosineMove> moves) {
    SampleBlock block = math.block(values, labels.length, values.length / labels.length);
    double[] ones = new double[labels.length];
    Arrays.fill(ones, 1);
    double[][][] changes = new double[1][][];
    math.overBlocks(
        1,
        b -> {
          SoftmaxBlock losses = block.softmax(ones, labels, 3, .5);
          changes[b] = losses.changes(losses.losses(), moves);
        });
    return changes[0];
  }

  /** Of rank 2; every fortieth sample moves twenty times as far. */
  private static CosineMove move(Random random, int n, int classes, double size) {
    double[] squares = new double[n];
    Arrays.fill(squares, 1);
    float[][] moves = {gaussian(random, n, size), gaussian(random, n, size)};
    for (int j = 0; j < n; j += 40) {
      moves[0][j] *= 20;
    }
    float[][] coordinates = {gaussian(random, n, .1), gaussian(random, n, .1)};
    float[][] products = new float[classes][];
    Arrays.setAll(products, c -> gaussian(random, 2, .3));
    return CosineMove.of(squares, squares, moves, coordinates, new double[2], products);
  }

  private static float[] gaussian(Random random, int n, double deviation) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (deviation * Math.max(-2.5, Math.min(2.5, random.nextGaussian())));
    }
    return values;
  }
}
