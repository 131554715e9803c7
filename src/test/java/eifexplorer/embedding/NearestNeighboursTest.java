package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.testing.Kernels;
import eifexplorer.testing.NaiveMatrixMath;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kernels.class)
class NearestNeighboursTest {
  private final MatrixMath math;
  private final NearestNeighbours search;

  NearestNeighboursTest(Kernels kernels) {
    math = kernels.math();
    search = new NearestNeighbours(math);
  }

  private static final JobContext QUIET = JobContext.unattended();

  private static HeapFeatures random(long seed, int n, int d, double offset) {
    Random random = new Random(seed);
    float[] values = new float[n * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (offset + random.nextGaussian());
    }
    return new HeapFeatures(values, n, d);
  }

  private static int[] expected(
      FeatureMatrix x,
      int query,
      FeatureMatrix gallery,
      Metric metric,
      int k,
      BiPredicate<Integer, Integer> f) {
    double[] ranks = new double[gallery.rows()];
    for (int j = 0; j < ranks.length; j++) {
      ranks[j] = metric.rank(x.row(query), gallery.row(j));
    }
    return IntStream.range(0, ranks.length)
        .filter(j -> f.test(query, j))
        .boxed()
        .sorted(Comparator.comparingDouble((Integer j) -> ranks[j]).thenComparing(j -> j))
        .limit(k)
        .mapToInt(j -> j)
        .toArray();
  }

  private static int[] found(NeighbourTable table, int query) {
    return IntStream.range(0, table.k())
        .map(p -> table.index(query, p))
        .filter(j -> j != NeighbourTable.NONE)
        .toArray();
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void equalsFullSort(Metric metric) {
    HeapFeatures x = random(1, 1_300, 6, 0);
    NeighbourTable table = search.within(x, metric, 5, QUIET);
    for (int i = 0; i < x.rows(); i += 100) {
      int[] expected = expected(x, i, x, metric, 5, NeighbourFilter.OTHERS::accepts);
      assertArrayEquals(expected, found(table, i), "query " + i);
      double rank = metric.rank(x.row(i), x.row(expected[4]));
      assertEquals(metric.distance(rank), table.distance(i, 4));
    }
  }

  /** Far from the origin float32 products tell nothing of distances: lengths of 3,000 against distances of 1. */
  @ParameterizedTest
  @EnumSource(Metric.class)
  void exactWhereProductsRoundAway(Metric metric) {
    HeapFeatures x = random(2, 300, 9, 1_000);
    NeighbourTable table = search.within(x, metric, 7, QUIET);
    for (int i = 0; i < x.rows(); i++) {
      assertArrayEquals(
          expected(x, i, x, metric, 7, NeighbourFilter.OTHERS::accepts),
          found(table, i),
          "query " + i);
    }
  }

  /** Products as wrong as a float32 sum may be. */
  @Test
  void exactWithTheWorstProducts() {
    int d = 16;
    NaiveMatrixMath worst =
        new NaiveMatrixMath() {
          @Override
          public void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out) {
            super.timesTransposed(a, m, b, n, k, out);
            for (int i = 0; i < m; i++) {
              for (int j = 0; j < n; j++) {
                double size = Embeddings.norm(a, i * k, k) * Embeddings.norm(b, j * k, k);
                out[i * n + j] += (float) (((i + j) % 3 - 1) * 0.8 * k * 0x1p-24 * size);
              }
            }
          }
        };
    float[] values = new float[400 * d];
    for (int i = 0; i < values.length; i++) {
      int row = i / d;
      values[i] = i % d == 0 ? 1 + row * 1e-7f : 0.3f;
    }
    HeapFeatures x = new HeapFeatures(values, 400, d);
    for (Metric metric : Metric.values()) {
      NeighbourTable table = new NearestNeighbours(worst).within(x, metric, 3, QUIET);
      for (int i = 0; i < x.rows(); i += 7) {
        assertArrayEquals(
            expected(x, i, x, metric, 3, NeighbourFilter.OTHERS::accepts),
            found(table, i),
            metric + " " + i);
      }
    }
  }

  @Test
  void tiesGoByIndexAndSelfByIdentity() {
    HeapFeatures x = new HeapFeatures(new float[] {1, 1, 1, 0, 1}, 5, 1);
    NeighbourTable table = search.within(x, Metric.EUCLIDEAN, 3, QUIET);
    assertArrayEquals(new int[] {1, 2, 4}, found(table, 0));
    assertArrayEquals(new int[] {0, 1, 4}, found(table, 2));
    assertArrayEquals(new int[] {0, 1, 2}, found(table, 3));
    assertEquals(0, table.distance(2, 2));
  }

  @Test
  void fewerThanKLeaveNone() {
    HeapFeatures x = random(3, 3, 2, 0);
    NeighbourTable table = search.within(x, Metric.COSINE, 4, QUIET);
    assertEquals(NeighbourTable.NONE, table.index(0, 2));
    assertTrue(Double.isNaN(table.distance(0, 2)));
    assertEquals(2, found(table, 0).length);
  }

  @Test
  void queriesAgainstGalleryDropNothing() {
    HeapFeatures queries = random(4, 20, 3, 0);
    HeapFeatures gallery = random(4, 30, 3, 0);
    NeighbourTable table = search.between(queries, gallery, Metric.EUCLIDEAN, 2, QUIET);
    assertArrayEquals(IntStream.range(0, 20).toArray(), table.column(0));
  }

  @Test
  void nearestOfOtherAndSameClass() {
    HeapFeatures x = random(5, 200, 4, 0);
    int[] labels = IntStream.range(0, 200).map(i -> i < 199 ? i % 7 : 99).toArray();
    NeighbourTable other = search.ofOtherClass(x, labels, Metric.EUCLIDEAN, 2, QUIET);
    NeighbourTable same = search.ofSameClass(x, labels, Metric.EUCLIDEAN, 2, QUIET);
    BiPredicate<Integer, Integer> otherClass = (i, j) -> labels[i] != labels[j];
    BiPredicate<Integer, Integer> sameClass = (i, j) -> !i.equals(j) && labels[i] == labels[j];
    for (int i = 0; i < 200; i++) {
      assertArrayEquals(expected(x, i, x, Metric.EUCLIDEAN, 2, otherClass), found(other, i));
      assertArrayEquals(expected(x, i, x, Metric.EUCLIDEAN, 2, sameClass), found(same, i));
    }
    assertEquals(NeighbourTable.NONE, same.index(199, 0));
  }

  @Test
  void overflowingProductsExcludeNothing() {
    float[] values = {3e30f, 0, 3.1e30f, 0, -3e30f, 0, 3e30f, 1e30f};
    HeapFeatures x = new HeapFeatures(values, 4, 2);
    NeighbourTable table = search.within(x, Metric.EUCLIDEAN, 3, QUIET);
    assertArrayEquals(new int[] {1, 3, 2}, found(table, 0));
  }

  /** 120 queries in blocks of 32 are four blocks, each of 32 times 120 times 3 products. */
  @ParameterizedTest
  @CsvSource({"1, false", "1e6, true"})
  void aLongSearchGivesWayOnTheWayAndFindsTheSame(double workAtOnce, boolean once) {
    HeapFeatures x = random(9, 120, 3, 0);
    int[] times = {0};
    JobContext context =
        new JobContext() {
          @Override
          public void progress(long done, long total, String unit) {}

          @Override
          public void log(String line) {}

          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public void giveWay() {
            times[0]++;
          }
        };
    NeighbourTable found =
        new NearestNeighbours(math, workAtOnce).within(x, Metric.EUCLIDEAN, 4, context);

    int threads = ComputePool.shared().threads();
    assertEquals(once ? 1 : (4 + threads - 1) / threads, times[0]);
    NeighbourTable inOneGo = search.within(x, Metric.EUCLIDEAN, 4, QUIET);
    for (int k = 0; k < 4; k++) {
      assertArrayEquals(inOneGo.column(k), found.column(k));
    }
  }

  @Test
  void progressEndsAtAllQueriesAndCancelStops() {
    ConcurrentLinkedQueue<Long> done = new ConcurrentLinkedQueue<>();
    boolean[] cancel = {false};
    JobContext context =
        new JobContext() {
          @Override
          public void progress(long n, long total, String unit) {
            done.add(n);
            assertEquals(500, total);
          }

          @Override
          public void log(String line) {}

          @Override
          public boolean cancelled() {
            return cancel[0];
          }
        };
    HeapFeatures x = random(6, 500, 2, 0);
    search.within(x, Metric.EUCLIDEAN, 1, context);
    assertEquals(500, done.stream().mapToLong(n -> n).max().getAsLong());
    cancel[0] = true;
    assertThrows(JobCancelledException.class, () -> search.within(x, Metric.EUCLIDEAN, 1, context));
  }

  @Test
  void selectionFindsEveryPosition() {
    double[] values = new Random(7).doubles(101).map(v -> Math.floor(v * 20)).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int p = 0; p < values.length; p++) {
      assertEquals(sorted[p], Selection.smallest(values.clone(), values.length, p));
    }
  }
}
