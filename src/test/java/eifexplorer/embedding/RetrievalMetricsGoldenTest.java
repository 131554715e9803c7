package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.job.JobContext;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.Kernels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference's evaluation numbers. */
@ParameterizedClass
@EnumSource(Kernels.class)
class RetrievalMetricsGoldenTest {
  private final NearestNeighbours search;
  private final RetrievalMetrics metrics;

  RetrievalMetricsGoldenTest(Kernels kernels) {
    search = new NearestNeighbours(kernels.math());
    metrics = new RetrievalMetrics(kernels.math());
  }

  private static final JobContext QUIET = JobContext.unattended();

  private static HeapFeatures matrix(Npz golden, String name) {
    NdArray array = golden.array(name);
    return new HeapFeatures(array.floats(), array.axis(0), array.axis(1));
  }

  private static int[] column(Npz golden, String name, int column) {
    NdArray array = golden.array(name);
    int[] all = array.ints();
    int[] out = new int[array.axis(0)];
    for (int i = 0; i < out.length; i++) {
      out[i] = all[i * array.axis(1) + column];
    }
    return out;
  }

  private static float[] recalls(RetrievalReport report) {
    float[] out = new float[report.recallAt().size()];
    int i = 0;
    for (double recall : report.recallAt().values()) {
      out[i++] = (float) recall;
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(strings = {"08_eval_test_labels.npz", "08_eval_labels_from_zero.npz"})
  void eightNearestNeighbours(String file) {
    try (Npz golden = GoldenFiles.open(file)) {
      NeighbourTable table = search.within(matrix(golden, "X"), Metric.EUCLIDEAN, 8, QUIET);
      for (int k = 0; k < 8; k++) {
        assertArrayEquals(column(golden, "nn8", k), table.column(k));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"08_eval_test_labels.npz", "08_eval_labels_from_zero.npz"})
  void recallAndReferenceMap(String file) {
    try (Npz golden = GoldenFiles.open(file)) {
      HeapFeatures x = matrix(golden, "X");
      int[] labels = golden.array("y").ints();
      RetrievalReport report = metrics.evaluate(x, labels, RetrievalOptions.standard(), QUIET);
      assertArrayEquals(golden.array("recall").floats(), recalls(report), 1e-7f);
      double expected = golden.array("map_at_r").doubles()[0];
      assertEquals(
          expected, report.mapAtRReference().getAsDouble(), 1e-6 + 1e-5 * Math.abs(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"08_eval_test_labels.npz", "08_eval_labels_from_zero.npz"})
  void innerProductNeighboursOfReferenceMap(String file) {
    try (Npz golden = GoldenFiles.open(file)) {
      HeapFeatures x = matrix(golden, "X");
      int count = RetrievalMetrics.referenceNeighbours(golden.array("y").ints());
      assertEquals(golden.array("num_k").ints()[0], count);
      NeighbourTable table = search.between(x, x, Metric.INNER_PRODUCT, count + 1, QUIET);
      for (int k = 0; k < count; k++) {
        assertArrayEquals(column(golden, "mapr_knn", k), table.column(k + 1), "position " + k);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"08_eval_test_labels.npz", "08_eval_labels_from_zero.npz", "08_eval_inshop.npz"})
  void nmiOfGivenClusters(String file) {
    try (Npz golden = GoldenFiles.open(file)) {
      int[] clusters = golden.array("kmeans_assignment").ints();
      double expected = golden.array("nmi").doubles()[0];
      assertEquals(expected, ClusterAgreement.nmi(labels(golden), clusters), 1e-6);
    }
  }

  private static int[] labels(Npz golden) {
    if (golden.names().contains("y")) {
      return golden.array("y").ints();
    }
    int[] query = golden.array("yq").ints();
    int[] gallery = golden.array("yg").ints();
    int[] all = Arrays.copyOf(query, query.length + gallery.length);
    System.arraycopy(gallery, 0, all, query.length, gallery.length);
    return all;
  }

  @Test
  void inShopFiftyNearest() {
    try (Npz golden = GoldenFiles.open("08_eval_inshop.npz")) {
      NeighbourTable table =
          search.between(matrix(golden, "Xq"), matrix(golden, "Xg"), Metric.EUCLIDEAN, 50, QUIET);
      for (int k = 0; k < 50; k++) {
        assertArrayEquals(column(golden, "top50", k), table.column(k), "position " + k);
      }
    }
  }

  @Test
  void inShopRecallAndReferenceMap() {
    try (Npz golden = GoldenFiles.open("08_eval_inshop.npz")) {
      RetrievalReport report =
          metrics.evaluate(
              matrix(golden, "Xq"),
              golden.array("yq").ints(),
              matrix(golden, "Xg"),
              golden.array("yg").ints(),
              RetrievalOptions.inShop(),
              QUIET);
      assertArrayEquals(golden.array("recall").floats(), recalls(report), 1e-7f);
      double expected = golden.array("map_at_r").doubles()[0];
      assertEquals(
          expected, report.mapAtRReference().getAsDouble(), 1e-6 + 1e-5 * Math.abs(expected));
    }
  }
}
