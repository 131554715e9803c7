package eifexplorer.embedding;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.IndexOrder;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.RankedRows;
import eifexplorer.math.RankedRows.Queries;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One search, run block by block of its queries from any number of threads. */
final class NeighbourSearch implements AutoCloseable {
  /** Queries that come at once, at most. */
  static final int QUERY_BLOCK = 512;

  private static final int GALLERY_BLOCK = 1024;

  private final MatrixMath math;
  private final FeatureMatrix queries;
  private final FeatureMatrix gallery;
  private final Metric metric;
  private final int k;
  private final NeighbourFilter filter;
  private final NeighbourVisitor visitor;
  private final int width;
  private final boolean keeps;
  private final DistanceBounds bounds;
  private final @Nullable RankedRows[] kept;

  NeighbourSearch(
      MatrixMath math,
      FeatureMatrix queries,
      FeatureMatrix gallery,
      Metric metric,
      int k,
      NeighbourFilter filter,
      NeighbourVisitor visitor) {
    this.math = math;
    this.queries = queries;
    this.gallery = gallery;
    this.metric = metric;
    this.k = Math.min(k, gallery.rows());
    this.filter = filter;
    this.visitor = visitor;
    this.width = Math.max(GALLERY_BLOCK, math.blockRows(Math.max(QUERY_BLOCK, gallery.columns())));
    this.bounds = new DistanceBounds(gallery, metric);
    this.keeps = (long) gallery.rows() * gallery.columns() * Float.BYTES <= math.mostBytes();
    this.kept = new RankedRows[(gallery.rows() + width - 1) / width];
  }

  /** How many products of two numbers a query takes. */
  double productsPerQuery() {
    return (double) gallery.rows() * gallery.columns();
  }

  /** Finds the neighbours of queries {@code from} (included) to {@code to} (excluded). */
  void run(int from, int to, JobContext context) {
    Candidates[] candidates = new Candidates[to - from];
    Arrays.setAll(candidates, i -> new Candidates(k));
    collect(from, to, candidates, context);
    ComputePool.shared().forEach(candidates.length, i -> rank(from + i, candidates[i].remaining()));
  }

  private void collect(int from, int to, Candidates[] candidates, JobContext context) {
    int d = queries.columns();
    float[] block = bounds.centred(queries, from, to);
    double[] norms = new double[to - from];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = Embeddings.norm(block, i * d, d);
    }
    double[] thresholds = new double[norms.length];
    Arrays.fill(thresholds, Double.POSITIVE_INFINITY);
    Queries asked = new Queries(block, norms, filter.keys(from, to), thresholds);
    for (int b = 0; b < kept.length; b++) {
      context.checkCancelled();
      int first = b * width;
      int count = Math.min(width, gallery.rows() - first);
      RankedRows rows = rows(b, first, count);
      rows.nearest(
          asked,
          bounds.of(first, count),
          filter.keys(first, first + count),
          k,
          (query, row, lower, upper) -> {
            candidates[query].add(first + row, lower, upper);
            thresholds[query] = Math.min(thresholds[query], candidates[query].threshold());
          });
      if (!keeps) {
        rows.close();
      }
    }
  }

  private RankedRows rows(int b, int first, int count) {
    if (!keeps) {
      return made(first, count);
    }
    synchronized (kept) {
      if (kept[b] == null) {
        kept[b] = made(first, count);
      }
      return Objects.requireNonNull(kept[b]);
    }
  }

  private RankedRows made(int first, int count) {
    return math.rankedRows(bounds.centred(gallery, first, first + count), count, gallery.columns());
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

  @Override
  public void close() {
    for (RankedRows rows : kept) {
      if (rows != null) {
        rows.close();
      }
    }
  }
}
