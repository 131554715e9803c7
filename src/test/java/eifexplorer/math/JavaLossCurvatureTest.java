package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JavaLossCurvatureTest {
  private static final int SAMPLES = 12;
  private static final int SIZE = 64;
  private static final int PROXIES = 8192;
  private static final double PRECISION = 1e-7;

  private final MatrixMath math = new JavaMatrixMath();
  private final Random random = new Random(1);
  private final float[][] proxies = normal(PROXIES, SIZE, .1);
  private final float[][] units = normal(SAMPLES, SIZE, .1);
  private final float[][] pulls = normal(SAMPLES, SIZE, 1);
  private final float[][] probabilities = normal(SAMPLES, PROXIES, 0);
  private final float[][] base = normal(SAMPLES, SIZE, 1);

  private float[][] normal(int rows, int columns, double deviation) {
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int c = 0; c < columns; c++) {
        row[c] = (float) (deviation == 0 ? 1.0 / PROXIES : deviation * random.nextGaussian());
      }
    }
    return values;
  }

  /** Of samples {@code from} to {@code to}. */
  private LossCurvature curvature(int from, int to, float[][] reach) {
    double[] lengths = new double[to - from];
    Arrays.fill(lengths, 2);
    return math.curvature(
        new LossCurvature.Samples(
            block(units, from, to),
            lengths,
            block(probabilities, from, to),
            block(pulls, from, to),
            math.factor(proxies),
            math.factor(Matrices.transposed(proxies)),
            18),
        reach);
  }

  private SampleBlock block(float[][] rows, int from, int to) {
    float[] flat = Matrices.flat(Arrays.copyOfRange(rows, from, to));
    return math.block(flat, to - from, rows[0].length);
  }

  /** Sample by sample, each of which is a chain of its own. */
  private float[][] oneByOne(float[][] reach) {
    float[][] steps = new float[SAMPLES][];
    for (int s = 0; s < SAMPLES; s++) {
      float[] left = base[s].clone();
      for (int r = 0; r < s; r++) {
        Doubles.addScaled(left, -reach[s][r], steps[r]);
      }
      try (LossCurvature alone = curvature(s, s + 1, new float[1][1])) {
        SampleBlock step = alone.chain(math.block(left, 1, SIZE), PRECISION);
        steps[s] = Matrices.transposed(step.columns())[0];
      }
    }
    return steps;
  }

  /** Largest difference from sample by sample, as a share of the largest step. */
  private double error(double reachDeviation, double precision) {
    float[][] reach = normal(SAMPLES, SAMPLES, reachDeviation);
    float[][] expected = oneByOne(reach);
    SampleBlock steps = curvature(0, SAMPLES, reach).chain(block(base, 0, SAMPLES), precision);
    float[][] actual = Matrices.transposed(steps.columns());
    double largest = 0;
    double error = 0;
    for (int s = 0; s < SAMPLES; s++) {
      for (int i = 0; i < SIZE; i++) {
        largest = Math.max(largest, Math.abs(expected[s][i]));
        error = Math.max(error, Math.abs(expected[s][i] - actual[s][i]));
      }
    }
    return error / largest;
  }

  @Test
  void allSamplesAtOnceIsTheSameAsOneByOne() {
    assertEquals(0, error(.001, PRECISION), 2e-6);
  }

  @Test
  void whereStepsReachFarItIsTheSameToo() {
    assertEquals(0, error(30, PRECISION), 2e-6);
  }

  @Test
  void whatIsNotAskedForIsLeftOut() {
    double error = error(.001, 1e-2);
    assertTrue(error > 1e-5 && error < 1e-2, () -> "" + error);
  }
}
