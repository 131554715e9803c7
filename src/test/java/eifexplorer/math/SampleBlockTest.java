package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.testing.Kernels;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks of either kind against sums in double precision. */
@ParameterizedClass
@EnumSource(Kernels.class)
class SampleBlockTest {
  private static final int N = 70;
  private static final int K = 9;
  private static final int R = 4;

  private final MatrixMath math;
  private final float[][] x = rows(1, N, K);
  private final float[][] y = rows(2, N, K);
  private final float[][] factors = rows(3, R, K);
  private final double[] perSample = Doubles.of(rows(4, 1, N)[0]);
  private final int[] labels = new Random(5).ints(N, 0, K).toArray();
  private final SampleBlock block;
  private final SampleBlock other;

  SampleBlockTest(Kernels kernels) {
    math = kernels.math();
    block = math.block(Matrices.flat(x), N, K);
    other = math.block(Matrices.flat(y), N, K);
  }

  private static float[][] rows(int seed, int n, int k) {
    Random random = new Random(seed);
    float[][] rows = new float[n][k];
    for (float[] row : rows) {
      for (int c = 0; c < k; c++) {
        row[c] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  private static double dot(float[] a, float[] b) {
    return Doubles.dot(Doubles.of(a), Doubles.of(b));
  }

  /** Checks columns [k][n]. */
  private static void check(
      int k, ToDoubleBiFunction<Integer, Integer> expected, float[][] actual) {
    assertEquals(k, actual.length);
    for (int c = 0; c < k; c++) {
      int column = c;
      double[] values = new double[N];
      Arrays.setAll(values, i -> expected.applyAsDouble(i, column));
      assertArrayEquals(values, Doubles.of(actual[c]), 1e-5);
    }
  }

  @Test
  void productsStayOrAreBroughtBack() {
    assertEquals(N + "x" + K, block.width() + "x" + block.depth());
    check(R, (i, r) -> dot(x[i], factors[r]), block.times(factors));
    try (FactorRows kept = math.factor(factors)) {
      assertEquals(R, kept.rows());
      check(R, (i, r) -> dot(x[i], factors[r]), block.times(kept).columns());
    }
  }

  @Test
  void arithmetic() {
    check(K, (i, c) -> x[i][c] + factors[0][c], block.plus(factors[0]).columns());
    check(K, (i, c) -> x[i][c] * perSample[i], block.scaled(perSample).columns());
    check(
        K,
        (i, c) -> x[i][c] + perSample[i] * y[i][c],
        block.plusScaled(perSample, other).columns());
    check(K, (i, c) -> x[i][c] * y[i][c], block.timesEach(other).columns());
    check(K, (i, c) -> x[i][c] - (labels[i] == c ? 1 : 0), block.lessOne(labels).columns());
  }

  @Test
  void sums() {
    double[] squares = new double[N];
    double[] dots = new double[N];
    Arrays.setAll(squares, i -> dot(x[i], x[i]));
    Arrays.setAll(dots, i -> dot(x[i], y[i]));
    assertArrayEquals(squares, block.squares(), 1e-12);
    assertArrayEquals(dots, block.dots(other), 1e-12);
    float[][] products = block.transposedTimes(other);
    for (int a = 0; a < K; a++) {
      for (int b = 0; b < K; b++) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
          sum += (double) x[i][a] * y[i][b];
        }
        assertEquals(sum, products[a][b], 2e-5);
      }
    }
  }

  @Test
  void probabilitiesAddUpToOne() {
    float[][] q = block.probabilities(labels, 3, .5).columns();
    check(K, (i, c) -> Doubles.softmax(logits(i), 1)[c], q);
  }

  @Test
  void aSoftmaxHasTheProbabilitiesOfItsLogits() {
    double[] ones = new double[N];
    Arrays.fill(ones, 1);
    float[][] q = block.softmax(ones, labels, 3, .5).probabilities().columns();
    check(K, (i, c) -> Doubles.softmax(logits(i), 1)[c], q);
  }

  private double[] logits(int i) {
    double[] logits = new double[K];
    Arrays.setAll(logits, c -> 3.0 * x[i][c] - (c == labels[i] ? .5 : 0));
    return logits;
  }

  @Test
  void whatIsKeptOutlivesTheWorkItWasMadeIn() {
    SampleBlock[] kept = new SampleBlock[1];
    math.overBlocks(1, b -> kept[0] = block.plus(factors[0]).keep());
    math.overBlocks(1, b -> check(K, (i, c) -> x[i][c] + factors[0][c], kept[0].columns()));
    kept[0].close();
  }
}
