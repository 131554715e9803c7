package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.NaiveMatrixMath;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourIndexTest {
  private static final JobContext QUIET = JobContext.unattended();

  /** Far from the origin, every tenth row twice. */
  private static HeapFeatures rows(int n, int columns) {
    Random random = new Random(n);
    float[] values = new float[n * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (5 + random.nextGaussian());
    }
    for (int row = 10; row < n; row += 10) {
      System.arraycopy(values, (row - 1) * columns, values, row * columns, columns);
    }
    return new HeapFeatures(values, n, columns);
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 2", "9, 1, 20", "512, 4, 5", "513, 7, 5", "2500, 33, 40"})
  void findsWhatTheSearchOfAllFinds(int n, int columns, int k) {
    HeapFeatures rows = rows(n, columns);
    NeighbourTable all =
        new NearestNeighbours(new NaiveMatrixMath()).within(rows, Metric.EUCLIDEAN, k, QUIET);
    int[] queries = IntStream.iterate(n - 1, i -> i >= 0, i -> i - Math.max(1, n / 60)).toArray();

    NeighbourTable some = new NeighbourIndex(rows).nearest(queries, k, QUIET);

    for (int q = 0; q < queries.length; q++) {
      for (int p = 0; p < k; p++) {
        assertEquals(all.index(queries[q], p), some.index(q, p));
        assertEquals(all.distance(queries[q], p), some.distance(q, p));
      }
    }
  }

  @Test
  void theRowsAreThoseThatWereGiven() {
    HeapFeatures rows = rows(600, 5);

    assertArrayEquals(rows.toArray(), new NeighbourIndex(rows).rows().toArray());
  }

  @Test
  void distancesAreEuclidean() {
    float[] values = {0, 0, 3, 4, 0, 1};

    double[] distances = new NeighbourIndex(new HeapFeatures(values, 3, 2)).distances(0, QUIET);

    assertArrayEquals(new double[] {0, 5, 1}, distances);
  }

  @Test
  void aValueThatIsNoNumberIsNamed() {
    HeapFeatures rows = new HeapFeatures(new float[] {0, 1, 2, Float.NaN}, 2, 2);

    ProblemException problem = assertThrows(ProblemException.class, () -> new NeighbourIndex(rows));
    assertEquals("Row 1, column 1 of the features is NaN", problem.what());
  }
}
