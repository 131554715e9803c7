package eifexplorer.benchmark;

import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Metric;
import eifexplorer.embedding.NearestNeighbours;
import eifexplorer.embedding.RetrievalMetrics;
import eifexplorer.embedding.RetrievalOptions;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures exact searches among made-up embeddings, Gaussian clusters of unequal places.
 *
 * @param rows N, at least 2
 * @param size E, at least 1
 * @param classes C, 1 to N
 * @param neighbours k of the wider search, at least 1
 */
public record NeighbourBenchmark(int rows, int size, int classes, int neighbours) {
  private static final int ROUNDS = 3;

  /** Throws {@link ProblemException} for a size out of range. */
  public NeighbourBenchmark {
    if (rows < 2 || size < 1 || neighbours < 1 || (long) rows * size > Integer.MAX_VALUE - 8) {
      throw ProblemException.badValue(
          "size", rows + "×" + size, "at least 2 rows of 1 value, at most 2^31 values in all");
    }
    if (classes < 1 || classes > rows) {
      throw ProblemException.badValue("classes", classes, "1 to the number of rows");
    }
  }

  /** The measured values by name: seconds, the median of three rounds after one more. */
  public Map<String, Object> run(MatrixMath math, JobContext context) {
    Measurements measured = new Measurements(context, 3 * (ROUNDS + 1));
    JobContext quiet = context.withoutProgress();
    int[] labels = IntStream.range(0, rows).map(i -> i % classes).toArray();
    HeapFeatures embeddings =
        new HeapFeatures(Measurements.clusters(labels, classes, size), rows, size);
    NearestNeighbours search = new NearestNeighbours(math);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(
        "nearest_s",
        measured.warmMedian(ROUNDS, i -> search.within(embeddings, Metric.EUCLIDEAN, 1, quiet)));
    result.put(
        "nearest_" + neighbours + "_s",
        measured.warmMedian(
            ROUNDS, i -> search.within(embeddings, Metric.EUCLIDEAN, neighbours, quiet)));
    RetrievalMetrics metrics = new RetrievalMetrics(math);
    RetrievalOptions options =
        new RetrievalOptions(List.of(1), false, false, RetrievalOptions.SEED);
    result.put(
        "map_at_r_s",
        measured.warmMedian(ROUNDS, i -> metrics.evaluate(embeddings, labels, options, quiet)));
    result.put("rows", rows);
    return result;
  }
}
