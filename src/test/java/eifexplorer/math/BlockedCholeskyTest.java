package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.testing.CancelAfter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedCholeskyTest {
  /** A A^T + n I, its lower half. */
  private static double[][] matrix(int n) {
    Random random = new Random(n);
    double[][] a = new double[n][n];
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = random.doubles(n).toArray();
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        lower[i][j] = Doubles.dot(a[i], a[j]) + (i == j ? n : 0);
      }
    }
    return lower;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 128, 129, 300})
  void theSolutionTimesTheMatrixIsTheRightSide(int n) {
    double[][] lower = matrix(n);
    double[] x = new Random(7).doubles(n).toArray();
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        b[i] += (i >= j ? lower[i][j] : lower[j][i]) * x[j];
      }
    }
    assertArrayEquals(x, BlockedCholesky.of(matrix(n), JobContext.unattended()).solve(b), 1e-10);
  }

  @Test
  void aMatrixThatIsNotPositiveIsRefused() {
    double[][] lower = matrix(200);
    lower[150][150] = -1;
    ArithmeticException problem =
        assertThrows(
            ArithmeticException.class, () -> BlockedCholesky.of(lower, JobContext.unattended()));
    assertTrue(problem.getMessage().startsWith("of row 150 is left -"), problem.getMessage());
  }

  @Test
  void itCanBeCancelled() {
    assertThrows(
        JobCancelledException.class, () -> BlockedCholesky.of(matrix(200), new CancelAfter(0)));
  }
}
