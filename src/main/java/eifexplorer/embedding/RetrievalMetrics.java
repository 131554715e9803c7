package eifexplorer.embedding;

import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Recall@k, MAP@R and NMI of embeddings.
 *
 * <p>Neighbours are euclidean, of the embeddings as they are given: hand in {@link Embeddings#normalised} ones to
 * measure by cosine. MAP@R is that of Musgrave, Belongie and Lim, "A Metric Learning Reality Check" (2020), by the same
 * neighbours. {@code map_at_r_reference} repeats the original code for comparison with the paper: inner products, the
 * best hit dropped unseen, and R cut at {@link #referenceNeighbours}.
 */
public final class RetrievalMetrics {
  private static final int CLUSTERING_UPDATES = 25;

  private final NearestNeighbours search;

  /** Measures with these products. */
  public RetrievalMetrics(MatrixMath math) {
    this.search = new NearestNeighbours(math);
  }

  /** Every sample searches among all others; NMI is that of clustering all. */
  public RetrievalReport evaluate(
      FeatureMatrix embeddings, int[] labels, RetrievalOptions options, JobContext context) {
    Side all = new Side(embeddings, labels);
    return measure(new Retrieval(all, all, true), options, context);
  }

  /** Every query searches in the gallery; NMI is that of clustering both together. */
  public RetrievalReport evaluate(
      FeatureMatrix queries,
      int[] queryLabels,
      FeatureMatrix gallery,
      int[] galleryLabels,
      RetrievalOptions options,
      JobContext context) {
    Side query = new Side(queries, queryLabels);
    Side found = new Side(gallery, galleryLabels);
    return measure(new Retrieval(query, found, false), options, context);
  }

  /**
   * Average precision at R of every sample, searched for among all others; their mean is MAP@R.
   *
   * @return [n], 0..1; NaN for the only sample of its class
   */
  public double[] averagePrecisions(FeatureMatrix embeddings, int[] labels, JobContext context) {
    Side all = new Side(embeddings, labels);
    return averagePrecisions(new Retrieval(all, all, true), context);
  }

  /**
   * The same of queries, searched for in a gallery.
   *
   * @return [queries], 0..1; NaN for a query whose class is not in the gallery
   */
  public double[] averagePrecisions(
      FeatureMatrix queries,
      int[] queryLabels,
      FeatureMatrix gallery,
      int[] galleryLabels,
      JobContext context) {
    return averagePrecisions(
        new Retrieval(new Side(queries, queryLabels), new Side(gallery, galleryLabels), false),
        context);
  }

  private double[] averagePrecisions(Retrieval retrieval, JobContext context) {
    RetrievedHits hits = retrieval.hits(Integer.MAX_VALUE, 0);
    visit(retrieval, Math.max(1, hits.longestR()), hits, context);
    return hits.averagePrecisions();
  }

  /**
   * Number of neighbours that the original MAP@R looks at: the second label or the count of the second class, whichever
   * is larger. Meant as the largest count; cuts R short where labels begin at 0.
   */
  public static int referenceNeighbours(int[] galleryLabels) {
    SortedMap<Integer, Integer> counts = RetrievedHits.counts(galleryLabels);
    int first = counts.firstKey();
    SortedMap<Integer, Integer> others = counts.tailMap(first + 1);
    if (others.isEmpty()) {
      return counts.getOrDefault(first, 0);
    }
    return Math.max(others.firstKey(), others.getOrDefault(others.firstKey(), 0));
  }

  private RetrievalReport measure(
      Retrieval retrieval, RetrievalOptions options, JobContext context) {
    RetrievedHits hits = retrieval.hits(Integer.MAX_VALUE, 0);
    int largest = options.recallAt().get(options.recallAt().size() - 1);
    visit(retrieval, Math.max(largest, hits.longestR()), hits, context);
    SortedMap<Integer, Double> recall = new TreeMap<>();
    options.recallAt().forEach(k -> recall.put(k, hits.recall(k)));
    return new RetrievalReport(
        retrieval.query.labels.length,
        hits.withoutMatch(),
        recall,
        hits.meanAveragePrecision(),
        options.reference() ? reference(retrieval, context) : OptionalDouble.empty(),
        options.clustering() ? nmi(retrieval.pool(), options, context) : OptionalDouble.empty());
  }

  private void visit(Retrieval retrieval, int k, RetrievedHits hits, JobContext context) {
    search.visit(
        retrieval.query.embeddings,
        retrieval.gallery.embeddings,
        Metric.EUCLIDEAN,
        k,
        retrieval.among ? NeighbourFilter.OTHERS : NeighbourFilter.ALL,
        hits,
        context);
  }

  private OptionalDouble reference(Retrieval retrieval, JobContext context) {
    int dropped = 1;
    RetrievedHits hits = retrieval.hits(referenceNeighbours(retrieval.gallery.labels), dropped);
    search.visit(
        retrieval.query.embeddings,
        retrieval.gallery.embeddings,
        Metric.INNER_PRODUCT,
        hits.longestR() + dropped,
        NeighbourFilter.ALL,
        hits,
        context);
    return OptionalDouble.of(hits.meanAveragePrecision());
  }

  /**
   * Normalised mutual information of labels and k-means clusters, as many as there are classes, 0..1.
   *
   * @param labels [n]
   * @param seed of the clustering
   */
  public double nmi(FeatureMatrix embeddings, int[] labels, long seed, JobContext context) {
    int classes = RetrievedHits.counts(labels).size();
    int[] clusters =
        new KMeans(search, CLUSTERING_UPDATES).assign(embeddings, classes, seed, context);
    return ClusterAgreement.nmi(labels, clusters);
  }

  private OptionalDouble nmi(Side all, RetrievalOptions options, JobContext context) {
    return OptionalDouble.of(nmi(all.embeddings, all.labels, options.seed(), context));
  }

  /** Who searches where; {@code among} if the queries are the gallery. */
  private record Retrieval(Side query, Side gallery, boolean among) {
    RetrievedHits hits(int limit, int dropped) {
      return new RetrievedHits(query.labels, gallery.labels, among ? 1 : 0, limit, dropped);
    }

    Side pool() {
      return among ? query : query.followedBy(gallery);
    }
  }

  /** Embeddings with their labels. */
  private record Side(FeatureMatrix embeddings, int[] labels) {
    Side {
      if (embeddings.rows() != labels.length) {
        throw new IllegalArgumentException(embeddings.rows() + " rows, " + labels.length);
      }
    }

    Side followedBy(Side other) {
      return new Side(
          new StackedRows(embeddings, other.embeddings),
          IntStream.concat(IntStream.of(labels), IntStream.of(other.labels)).toArray());
    }
  }
}
