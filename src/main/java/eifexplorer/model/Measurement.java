package eifexplorer.model;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Split;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.RetrievalMetrics;
import eifexplorer.embedding.RetrievalOptions;
import eifexplorer.embedding.RetrievalReport;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures retrieval the way each data set is measured: In-Shop from queries to the gallery, others all against all. */
public final class Measurement {
  private final RetrievalMetrics metrics;

  /** Measures with these matrix products. */
  public Measurement(MatrixMath math) {
    this.metrics = new RetrievalMetrics(math);
  }

  /**
   * Measures the test samples.
   *
   * @param embeddings of the test samples [M,E], in the data set's order; neighbours are euclidean
   */
  public RetrievalReport test(ImageDataset dataset, FeatureMatrix embeddings, JobContext context) {
    return test(dataset, embeddings, usualOptions(dataset.name()), context);
  }

  /** What is worth measuring after an epoch, by name: all but the original code's MAP@R. */
  public Map<String, Double> epoch(
      ImageDataset dataset, FeatureMatrix embeddings, JobContext context) {
    RetrievalOptions usual = usualOptions(dataset.name());
    RetrievalOptions affordable = new RetrievalOptions(usual.recallAt(), true, false, usual.seed());
    Map<String, Double> metrics = new LinkedHashMap<>();
    test(dataset, embeddings, affordable, context)
        .asMap()
        .forEach((name, value) -> metrics.put(name, value.doubleValue()));
    metrics.keySet().removeIf(name -> name.startsWith("samples"));
    return metrics;
  }

  /**
   * Average precision at R of every test sample, 0..1; NaN where it is not searched for (a gallery's) or has nothing to find.
   *
   * @param embeddings of the test samples [M,E], in the data set's order; neighbours are euclidean
   * @return [M]
   */
  public double[] averagePrecisions(
      ImageDataset dataset, FeatureMatrix embeddings, JobContext context) {
    int[] labels = dataset.testLabels();
    int queries = queries(dataset);
    if (queries == 0 || queries == labels.length) {
      return metrics.averagePrecisions(embeddings, labels, context);
    }
    double[] all = new double[labels.length];
    Arrays.fill(all, Double.NaN);
    double[] found =
        metrics.averagePrecisions(
            part(embeddings, 0, queries),
            Arrays.copyOf(labels, queries),
            part(embeddings, queries, labels.length),
            Arrays.copyOfRange(labels, queries, labels.length),
            context);
    System.arraycopy(found, 0, all, 0, queries);
    return all;
  }

  /** Agreement of k-means clusters of the test samples with their classes, 0..1; seconds for thousands of samples. */
  public double nmi(ImageDataset dataset, FeatureMatrix embeddings, JobContext context) {
    return metrics.nmi(
        embeddings, dataset.testLabels(), usualOptions(dataset.name()).seed(), context);
  }

  private static int queries(ImageDataset dataset) {
    return (int) dataset.test().stream().filter(s -> s.split() == Split.QUERY).count();
  }

  private RetrievalReport test(
      ImageDataset dataset,
      FeatureMatrix embeddings,
      RetrievalOptions options,
      JobContext context) {
    int queries = queries(dataset);
    int[] labels = dataset.testLabels();
    if (queries == 0 || queries == labels.length) {
      return metrics.evaluate(embeddings, labels, options, context);
    }
    return metrics.evaluate(
        part(embeddings, 0, queries),
        Arrays.copyOf(labels, queries),
        part(embeddings, queries, labels.length),
        Arrays.copyOfRange(labels, queries, labels.length),
        options,
        context);
  }

  private static RetrievalOptions usualOptions(String format) {
    return switch (format) {
      case "inshop" -> RetrievalOptions.inShop();
      case "sop" -> RetrievalOptions.onlineProducts();
      default -> RetrievalOptions.standard();
    };
  }

  private static FeatureMatrix part(FeatureMatrix all, int from, int to) {
    return new HeapFeatures(
        all.gather(IntStream.range(from, to).toArray()), to - from, all.columns());
  }
}
