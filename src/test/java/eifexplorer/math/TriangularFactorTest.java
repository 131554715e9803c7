package eifexplorer.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.job.JobContext;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriangularFactorTest {
  /** One block, full ones, and a last one that is not. */
  @ParameterizedTest
  @CsvSource({"1,4", "4,4", "8,4", "11,4", "11,3"})
  void turnsRowsByTheInverseOfTheFactorWhateverTheBlocks(int n, int blockRows) {
    Random random = new Random(n);
    float[] a = floats(random, n * n);
    float[] matrix = new float[n * n];
    JavaMatrixMath math = new JavaMatrixMath();
    math.timesTransposed(a, n, a, n, n, matrix);
    for (int i = 0; i < n; i++) {
      matrix[i * n + i] += n;
    }
    float[] rows = floats(random, 3 * n);
    float[] expected = new float[rows.length];
    float[] inverse = Cholesky.inverseFactor(Matrices.rows(matrix, n));
    math.timesTransposed(rows, 3, inverse, n, n, expected);

    TriangularFactor factor =
        TriangularFactor.of(matrix, n, blockRows, math, JobContext.unattended());

    assertArrayEquals(expected, factor.turned(rows, 3), 1e-5f);
  }

  private static float[] floats(Random random, int n) {
    float[] floats = new float[n];
    for (int i = 0; i < n; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }
}
