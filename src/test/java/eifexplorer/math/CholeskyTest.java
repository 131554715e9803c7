package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
  /** A A^T + n I, row major. */
  private static double[] matrix(int n) {
    Random random = new Random(n);
    double[][] a = new double[n][];
    double[] all = new double[n * n];
    for (int i = 0; i < n; i++) {
      a[i] = random.doubles(n).toArray();
      for (int j = 0; j <= i; j++) {
        all[i * n + j] = Doubles.dot(a[i], a[j]) + (i == j ? n : 0);
        all[j * n + i] = all[i * n + j];
      }
    }
    return all;
  }

  /** Sizes around those of a panel and of what is solved together. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 31, 32, 33, 70})
  void theFactorTimesItsTransposeIsTheMatrixAndTheInverseUndoesIt(int n) {
    double[] matrix = matrix(n);
    double[][] factor = Cholesky.lowerFactor(matrix, n);
    float[] inverse = Cholesky.inverseFactor(Matrices.rows(matrix, n));

    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double product = 0;
        double identity = 0;
        for (int k = j; k <= i; k++) {
          identity += factor[i][k] * inverse[k * n + j];
        }
        for (int k = 0; k <= j; k++) {
          product += factor[i][k] * factor[j][k];
        }
        assertEquals(matrix[i * n + j], product, 1e-9 * n, i + " " + j);
        assertEquals(i == j ? 1 : 0, identity, 1e-5, i + " " + j);
      }
    }
  }
}
