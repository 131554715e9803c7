package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices that are kept on the heap, in a file, or made again: the same values each time. */
class KeptRowsTest {
  private static final int ROWS = 1100;
  private static final int COLUMNS = 3;

  private static float[] gaussian(int n) {
    Random random = new Random(1);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** On the heap, in one segment, in many that pieces cross, in segments of one row. */
  @ParameterizedTest
  @CsvSource({"100000, 100000", "0, 100000", "0, 100", "0, 1"})
  void piecesComeBackAsTheyWerePut(long mostBytes, long segmentBytes) {
    float[] values = gaussian(ROWS * COLUMNS);
    KeptRows kept = new KeptRows(ROWS, COLUMNS, mostBytes, segmentBytes);
    for (int from = 1050; from >= 0; from -= 70) {
      int to = Math.min(ROWS, from + 70);
      kept.put(from, Arrays.copyOfRange(values, from * COLUMNS, to * COLUMNS));
    }

    FeatureMatrix matrix = kept.matrix();
    assertEquals(mostBytes > 0, matrix instanceof HeapFeatures);
    assertArrayEquals(values, matrix.toArray());
  }

  /** Three queries with two, no and one neighbour, put in another order. */
  @ParameterizedTest
  @CsvSource({"100000, 100000", "0, 100000", "0, 48", "0, 1"})
  void neighboursComeBackAsTheyWerePut(long mostBytes, long segmentBytes) {
    KeptNeighbours kept = new KeptNeighbours(3, 2, mostBytes, segmentBytes);
    kept.visit(2, new int[] {7}, new double[] {.25});
    kept.visit(0, new int[] {0, Integer.MAX_VALUE - 1}, new double[] {0, 3});

    NeighbourTable table = new NeighbourTable(kept);
    assertEquals(
        "0 0.0, 2147483646 3.0, -1 NaN, -1 NaN, 7 0.25, -1 NaN",
        IntStream.range(0, 6)
            .mapToObj(i -> table.index(i / 2, i % 2) + " " + table.distance(i / 2, i % 2))
            .collect(Collectors.joining(", ")));
    assertArrayEquals(new int[] {0, NeighbourTable.NONE, 7}, table.column(0));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 4 * 512 * COLUMNS, Long.MAX_VALUE})
  void tilesThatAreNotKeptAreMadeAgain(long mostBytes) {
    FeatureMatrix matrix = new HeapFeatures(gaussian(ROWS * COLUMNS), ROWS, COLUMNS);
    TiledRows tiled = new TiledRows(matrix, mostBytes);
    float[][] queries = {matrix.row(3), matrix.row(700)};

    assertArrayEquals(matrix.toArray(), tiled.toArray());
    assertEquals(3, tiled.tiles());
    TiledRows whole = new TiledRows(matrix, Long.MAX_VALUE);
    for (int t = 0; t < 3; t++) {
      assertEquals(whole.size(t), tiled.size(t));
      assertArrayEquals(whole.products(queries, t), tiled.products(queries, t));
    }
  }

  @Test
  void stackedRowsAreThoseOfBoth() {
    FeatureMatrix first = new HeapFeatures(gaussian(4 * COLUMNS), 4, COLUMNS);
    FeatureMatrix then = new HeapFeatures(gaussian(6 * COLUMNS), 6, COLUMNS);
    FeatureMatrix both = new StackedRows(first, then);

    float[] all = both.toArray();
    assertEquals(10, both.rows());
    assertArrayEquals(first.toArray(), Arrays.copyOf(all, 4 * COLUMNS));
    assertArrayEquals(then.row(5), both.row(9));
    assertArrayEquals(first.row(3), both.row(3));
    assertArrayEquals(
        new float[][] {first.row(3), then.row(0)}, new float[][] {both.row(3), both.row(4)});
  }

  /** Clusters do not depend on where the rows are. */
  @Test
  void clustersAreTheSameOfMappedRows() {
    float[] values = gaussian(ROWS * COLUMNS);
    KeptRows kept = new KeptRows(ROWS, COLUMNS, 0, 1000);
    IntStream.range(0, ROWS)
        .forEach(i -> kept.put(i, Arrays.copyOfRange(values, i * COLUMNS, (i + 1) * COLUMNS)));
    KMeans clusterer = new KMeans(new NearestNeighbours(new JavaMatrixMath()), 5);

    assertArrayEquals(
        clusterer.assign(new HeapFeatures(values, ROWS, COLUMNS), 4, 7, JobContext.unattended()),
        clusterer.assign(kept.matrix(), 4, 7, JobContext.unattended()));
  }
}
