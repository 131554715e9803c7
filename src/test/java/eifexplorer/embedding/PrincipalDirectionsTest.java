package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.NaiveMatrixMath;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalDirectionsTest {
  private static final int SIZE = 200;

  private final PrincipalDirections principal = new PrincipalDirections(new NaiveMatrixMath());

  /** Features with known axes: variance of axis i falls as 1 / (i + 1)², axes turned by reflections. */
  private static HeapFeatures features(int rows, int size) {
    Random random = new Random(5);
    double[] mirror = random.doubles(size, -1, 1).toArray();
    double squares = 0;
    for (double m : mirror) {
      squares += m * m;
    }
    float[] values = new float[rows * size];
    for (int i = 0; i < rows; i++) {
      double[] row = new double[size];
      double along = 0;
      for (int c = 0; c < size; c++) {
        row[c] = random.nextGaussian() / (c + 1);
        along += row[c] * mirror[c];
      }
      for (int c = 0; c < size; c++) {
        values[i * size + c] = (float) (3 + row[c] - 2 * along * mirror[c] / squares);
      }
    }
    return new HeapFeatures(values, rows, size);
  }

  @Test
  void aFewOfManyAreTheExactOnes() {
    HeapFeatures features = features(500, SIZE);
    float[] exact = principal.of(features, SIZE, JobContext.unattended());

    float[] few = principal.of(features, 30, JobContext.unattended());

    // 30 and the spare ones are less than 200, so these are found by iteration.
    for (int e = 0; e < 30; e++) {
      assertEquals(1, dot(exact, e, few, e, SIZE), 1e-4, "direction " + e);
    }
  }

  @Test
  void theyAreOrthonormalEvenWithoutVariance() {
    float[] directions = principal.of(features(20, SIZE), 60, JobContext.unattended());

    for (int i = 0; i < 60; i++) {
      for (int j = 0; j <= i; j++) {
        assertEquals(i == j ? 1 : 0, dot(directions, i, directions, j, SIZE), 1e-4, i + " " + j);
      }
    }
  }

  @Test
  void theirVariancesFallAndTheirLargestComponentIsPositive() {
    HeapFeatures features = features(500, SIZE);
    float[] directions = principal.of(features, 40, JobContext.unattended());

    double before = Double.POSITIVE_INFINITY;
    for (int e = 0; e < 40; e++) {
      double variance = variance(features, directions, e);
      assertTrue(variance <= before * 1.001, "direction " + e);
      before = variance;
      double largest = 0;
      for (int c = 0; c < SIZE; c++) {
        double value = directions[e * SIZE + c];
        largest = Math.abs(value) > Math.abs(largest) ? value : largest;
      }
      assertTrue(largest > 0, "sign of direction " + e);
    }
  }

  @Test
  void theSameFeaturesGiveTheSameDirections() {
    assertArrayEquals(
        principal.of(features(50, SIZE), 20, JobContext.unattended()),
        principal.of(features(50, SIZE), 20, JobContext.unattended()));
  }

  @Test
  void moreDirectionsThanFeaturesAreRefused() {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> principal.of(features(20, 8), 9, JobContext.unattended()));
    assertEquals(
        "embeddingSize is 9. Allowed: at most 8, the number of features.", problem.getMessage());
  }

  @Test
  void featuresThatAreNoNumbersAreRefused() {
    float[] values = features(20, 8).toArray();
    values[9] = Float.NaN;

    assertThrows(
        ProblemException.class,
        () -> principal.of(new HeapFeatures(values, 20, 8), 4, JobContext.unattended()));
  }

  private static double variance(HeapFeatures features, float[] directions, int e) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < features.rows(); i++) {
      double along = dot(features.row(i), 0, directions, e, SIZE);
      sum += along;
      squares += along * along;
    }
    double mean = sum / features.rows();
    return squares / features.rows() - mean * mean;
  }

  private static double dot(float[] a, int i, float[] b, int j, int size) {
    double sum = 0;
    for (int c = 0; c < size; c++) {
      sum += a[i * size + c] * b[j * size + c];
    }
    return sum;
  }
}
