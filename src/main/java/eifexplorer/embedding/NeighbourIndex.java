package eifexplorer.embedding;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.IndexOrder;
import eifexplorer.math.RankedRows;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest other rows of a few rows, by euclidean distance: for questions that come one after the other. Exact, as
 * {@link NearestNeighbours} is, and in the same order; equal distances are ordered by index. Immutable, safe for use from
 * any thread.
 */
public final class NeighbourIndex {
  private static final int SHARES_PER_THREAD = 2;

  private final TiledRows rows;
  private final DistanceBounds bounds;

  /**
   * Copies the rows into a layout that is searched in one pass.
   *
   * @throws ProblemException naming the first value that is not finite
   */
  public NeighbourIndex(FeatureMatrix matrix) {
    requireFinite(matrix);
    this.rows = new TiledRows(matrix);
    this.bounds = DistanceBounds.uncentred(rows, Metric.EUCLIDEAN);
  }

  private static void requireFinite(FeatureMatrix matrix) {
    int step = TiledRows.WIDTH;
    ComputePool.shared()
        .forEach(
            (matrix.rows() + step - 1) / step,
            b -> {
              int from = b * step;
              int count = Math.min(step, matrix.rows() - from);
              float[] block = new float[count * matrix.columns()];
              matrix.copyRows(from, from + count, block, 0);
              Finite.requireRows("", block, count, matrix.columns(), from);
            });
  }

  /** The rows [n,E], as they were given. */
  public FeatureMatrix rows() {
    return rows;
  }

  /**
   * The k nearest other rows of each of some rows, in one pass.
   *
   * @param queries rows
   * @param k at least 1
   * @return a row for each query, distances by {@code ‖q - g‖}
   */
  public NeighbourTable nearest(int[] queries, int k, JobContext context) {
    KeptNeighbours nearest = new KeptNeighbours(queries.length, k);
    int[][] candidates = candidates(queries, k, context);
    ComputePool.shared().forEach(queries.length, q -> rank(q, queries[q], candidates[q], nearest));
    return new NeighbourTable(nearest);
  }

  /** Rows that may be among the nearest of each query. */
  private int[][] candidates(int[] queries, int k, JobContext context) {
    float[][] values = new float[queries.length][];
    double[] norms = new double[queries.length];
    for (int q = 0; q < queries.length; q++) {
      values[q] = rows.row(queries[q]);
      norms[q] = Embeddings.norm(values[q], 0, values[q].length);
    }
    int shares = Math.min(rows.tiles(), SHARES_PER_THREAD * ComputePool.shared().threads());
    Candidates[][] found = new Candidates[shares][queries.length];
    ComputePool.shared()
        .forEach(
            shares,
            share -> {
              Arrays.setAll(found[share], q -> new Candidates(Math.min(k, rows.rows())));
              int end = (int) ((share + 1L) * rows.tiles() / shares);
              for (int t = (int) ((long) share * rows.tiles() / shares); t < end; t++) {
                context.checkCancelled();
                offer(t, queries, values, norms, found[share]);
              }
            });
    return joined(found, queries.length);
  }

  /** Of the shares' rows those that may still be among the nearest when all are seen. */
  private static int[][] joined(Candidates[][] found, int queries) {
    int[][] rows = new int[queries][];
    ComputePool.shared()
        .forEach(
            queries,
            q -> {
              Candidates all = found[0][q];
              for (int share = 1; share < found.length; share++) {
                all.addAll(found[share][q]);
              }
              rows[q] = all.remaining();
            });
    return rows;
  }

  private void offer(int t, int[] queries, float[][] values, double[] norms, Candidates[] found) {
    float[][] products = rows.products(values, t);
    int first = t * TiledRows.WIDTH;
    RankedRows.Bounds of = bounds.of(first, rows.size(t));
    for (int q = 0; q < queries.length; q++) {
      for (int j = 0; j < products[q].length; j++) {
        double rank = of.rank(j, products[q][j]);
        double slack = of.slack(j, norms[q]);
        if (!(rank - slack > found[q].threshold()) && first + j != queries[q]) {
          found[q].add(first + j, rank - slack, rank + slack);
        }
      }
    }
  }

  /** Candidates come in ascending order: equal distances stay ordered by index. */
  private void rank(int place, int query, int[] candidates, KeptNeighbours nearest) {
    float[] values = rows.row(query);
    double[] ranks =
        IntStream.of(candidates)
            .mapToDouble(i -> Metric.EUCLIDEAN.rank(values, rows.row(i)))
            .toArray();
    int[] order = IndexOrder.ascending(ranks, nearest.k());
    nearest.visit(
        place,
        IntStream.of(order).map(o -> candidates[o]).toArray(),
        IntStream.of(order).mapToDouble(o -> Metric.EUCLIDEAN.distance(ranks[o])).toArray());
  }

  /** The distance of a row to every row [n]. */
  public double[] distances(int row, JobContext context) {
    float[] values = rows.row(row);
    double[] distances = new double[rows.rows()];
    ComputePool.shared()
        .forEach(
            rows.tiles(),
            t -> {
              context.checkCancelled();
              int from = t * TiledRows.WIDTH;
              for (int i = from; i < from + rows.size(t); i++) {
                double rank = Metric.EUCLIDEAN.rank(values, rows.row(i));
                distances[i] = Metric.EUCLIDEAN.distance(rank);
              }
            });
    return distances;
  }
}
