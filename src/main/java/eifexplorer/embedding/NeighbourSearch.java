package eifexplorer.embedding;

import eifexplorer.job.JobContext;
import eifexplorer.math.IndexOrder;
import eifexplorer.math.MatrixMath;
import java.util.stream.IntStream;

/** One search, run block by block of its queries from any number of threads. */
final class NeighbourSearch {
  private final MatrixMath math;
  private final FeatureMatrix queries;
  private final FeatureMatrix gallery;
  private final Metric metric;
  private final int k;
  private final NeighbourFilter filter;
  private final NeighbourVisitor visitor;
  private final int galleryBlock;
  private final DistanceBounds bounds;

  NeighbourSearch(
      MatrixMath math,
      FeatureMatrix queries,
      FeatureMatrix gallery,
      Metric metric,
      int k,
      NeighbourFilter filter,
      NeighbourVisitor visitor,
      int galleryBlock) {
    this.math = math;
    this.queries = queries;
    this.gallery = gallery;
    this.metric = metric;
    this.k = k;
    this.filter = filter;
    this.visitor = visitor;
    this.galleryBlock = galleryBlock;
    this.bounds = new DistanceBounds(gallery, metric);
  }

  /** Finds the neighbours of queries {@code from} (included) to {@code to} (excluded). */
  void run(int from, int to, JobContext context) {
    Candidates[] candidates = new Candidates[to - from];
    for (int i = 0; i < candidates.length; i++) {
      candidates[i] = new Candidates(Math.min(k, gallery.rows()));
    }
    collect(from, to, candidates, context);
    for (int i = 0; i < candidates.length; i++) {
      rank(from + i, candidates[i].remaining());
      candidates[i] = null;
    }
  }

  private void collect(int from, int to, Candidates[] candidates, JobContext context) {
    int d = queries.columns();
    float[] block = bounds.centred(queries, from, to);
    double[] norms = new double[to - from];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = Embeddings.norm(block, i * d, d);
    }
    for (int first = 0; first < gallery.rows(); first += galleryBlock) {
      context.checkCancelled();
      int count = Math.min(galleryBlock, gallery.rows() - first);
      float[] tile = bounds.centred(gallery, first, first + count);
      float[] products = new float[norms.length * count];
      math.timesTransposed(block, norms.length, tile, count, d, products);
      for (int i = 0; i < norms.length; i++) {
        bounds.offer(products, i * count, count, first, from + i, norms[i], filter, candidates[i]);
      }
    }
  }

  private void rank(int query, int[] rows) {
    double[] ranks = ranks(query, rows);
    // Rows come in ascending order: equal distances stay ordered by index.
    int[] order = IndexOrder.ascending(ranks, k);
    int[] indices = IntStream.of(order).map(i -> rows[i]).toArray();
    double[] distances = IntStream.of(order).mapToDouble(i -> metric.distance(ranks[i])).toArray();
    visitor.visit(query, indices, distances);
  }

  private double[] ranks(int query, int[] rows) {
    float[] q = queries.row(query);
    float[] g = new float[q.length];
    double[] ranks = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      gallery.copyRows(rows[i], rows[i] + 1, g, 0);
      ranks[i] = metric.rank(q, g);
    }
    return ranks;
  }
}
