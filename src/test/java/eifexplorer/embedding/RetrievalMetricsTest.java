package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.NaiveMatrixMath;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RetrievalMetricsTest {
  private static final JobContext QUIET = JobContext.unattended();
  private final RetrievalMetrics metrics = new RetrievalMetrics(new NaiveMatrixMath());

  private static RetrievalOptions quick(Integer... recallAt) {
    return new RetrievalOptions(List.of(recallAt), false, false, 0);
  }

  /**
   * On a line at 0, 1, 3, 3.5, 10 with labels a b a a c. Neighbour labels, nearest first: 0: b a a; 1: a a a; 3: a b a;
   * 3.5: a b a. With R = 2 the average precisions of the three a are (0 + 1/2)/2, 1/2 and 1/2; b and c have no match.
   */
  @Test
  void smallCaseByHand() {
    HeapFeatures x = new HeapFeatures(new float[] {0, 1, 3, 3.5f, 10}, 5, 1);
    RetrievalReport report = metrics.evaluate(x, new int[] {0, 1, 0, 0, 2}, quick(1, 2), QUIET);
    TreeMap<Integer, Double> recall = new TreeMap<>();
    recall.put(1, 0.4);
    recall.put(2, 0.6);
    assertEquals(
        new RetrievalReport(5, 2, recall, 1.25 / 3, OptionalDouble.empty(), OptionalDouble.empty()),
        report);
  }

  /** The reference drops the best hit of the gallery; the correct number keeps it. */
  @Test
  void galleryKeepsItsBestHit() {
    HeapFeatures query = new HeapFeatures(new float[] {0, 9}, 2, 1);
    HeapFeatures gallery = new HeapFeatures(new float[] {0.1f, 1, 2}, 3, 1);
    RetrievalReport report =
        metrics.evaluate(query, new int[] {4, 7}, gallery, new int[] {4, 5, 4}, quick(1), QUIET);
    assertEquals(0.5, report.mapAtR());
    assertEquals(1, report.samplesWithoutMatch());
    assertEquals(0.5, report.recallAt().get(1));
  }

  @Test
  void clustersThatAreClassesGiveOne() {
    float[] values = new float[60];
    int[] labels = new int[30];
    for (int i = 0; i < 30; i++) {
      labels[i] = i % 3;
      values[2 * i] = 10 * (i % 3) + 0.01f * i;
      values[2 * i + 1] = i % 2;
    }
    RetrievalOptions options = new RetrievalOptions(List.of(1), true, true, 5);
    RetrievalReport report =
        metrics.evaluate(new HeapFeatures(values, 30, 2), labels, options, QUIET);
    assertEquals(1, report.nmi().getAsDouble(), 1e-12);
    assertEquals(1, report.hmean().getAsDouble(), 1e-12);
    assertEquals(1, report.mapAtR());
  }

  @Test
  void namesInFiles() {
    HeapFeatures x = new HeapFeatures(new float[] {0, 1, 3, 4}, 4, 1);
    RetrievalReport report =
        metrics.evaluate(x, new int[] {0, 0, 1, 1}, RetrievalOptions.standard(), QUIET);
    assertEquals(
        List.of(
            "samples",
            "samples_without_match",
            "recall_at_1",
            "recall_at_2",
            "recall_at_4",
            "recall_at_8",
            "map_at_r",
            "map_at_r_reference",
            "nmi",
            "hmean"),
        List.copyOf(report.asMap().keySet()));
  }

  @Test
  void recallAtZeroIsRefused() {
    assertThrows(ProblemException.class, () -> quick(0, 1));
  }
}
