package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedMatrixTest {
  @ParameterizedTest
  @CsvSource({"1,1,1", "2,3,3", "5,7,4", "33,513,50", "64,97,1030", "3,2000,2"})
  void givesTheSumsOfProducts(int m, int k, int n) {
    double[] a = random(m * k, 1);
    double[] b = random(k * n, 2);

    assertArrayEquals(
        product(a, m, b, n, k), PackedMatrix.of(b, k, n).leftMultiply(a, m), 1e-12 * k);
  }

  @ParameterizedTest
  @CsvSource({"5,7,4", "64,97,1030"})
  void takesItsColumnsAsRows(int m, int k, int n) {
    double[] a = random(m * k, 1);
    double[] b = random(k * n, 2);
    double[][] columns = new double[n][k];
    for (int i = 0; i < k * n; i++) {
      columns[i % n][i / n] = b[i];
    }

    assertArrayEquals(
        PackedMatrix.of(b, k, n).leftMultiply(a, m),
        PackedMatrix.ofTransposed(columns).leftMultiply(a, m));
  }

  @ParameterizedTest
  @CsvSource({"5,7,4", "64,97,1030", "3,1280,13"})
  void givesTheSameNumbersWithoutACopy(int m, int k, int n) {
    double[] a = random(m * k, 1);
    float[][] columns = Matrices.rowsOf(Doubles.floats(random(k * n, 2)), 0, n, k);
    double[][] widened = Arrays.stream(columns).map(Doubles::of).toArray(double[][]::new);

    assertArrayEquals(
        PackedMatrix.ofTransposed(widened).leftMultiply(a, m),
        PackedMatrix.leftMultiply(a, m, columns));
  }

  private static double[] product(double[] a, int m, double[] b, int n, int k) {
    double[] out = new double[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        for (int p = 0; p < k; p++) {
          out[i * n + j] += a[i * k + p] * b[p * n + j];
        }
      }
    }
    return out;
  }

  private static double[] random(int length, long seed) {
    return new Random(seed).doubles(length, -1, 1).toArray();
  }
}
