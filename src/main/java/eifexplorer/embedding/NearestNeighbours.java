package eifexplorer.embedding;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Exact k-nearest-neighbour search.
 *
 * <p>Distances are first bounded by float32 products of blocks of rows (never n x n of them at once), then those that
 * may be among the k nearest are computed in double precision: the result does not depend on how the products round.
 * Equal distances are ordered by index. All searches may be cancelled, report how many queries are done and
 * give way every second or so.
 */
public final class NearestNeighbours {
  private static final int CANDIDATES_PER_BLOCK = 1 << 18;

  /** Queries from one word on how far a search is to the next. */
  private static final int STRETCH = 4096;

  /** Products of numbers between two places where a search gives way: about a second on two cores. */
  private static final double WORK_AT_ONCE = 1.5e10;

  private final MatrixMath math;
  private final double workAtOnce;

  /** Searches with these products, which must round as float32 does. */
  public NearestNeighbours(MatrixMath math) {
    this(math, WORK_AT_ONCE);
  }

  /** Gives way after so many products of numbers. */
  NearestNeighbours(MatrixMath math, double workAtOnce) {
    this.math = math;
    this.workAtOnce = workAtOnce;
  }

  /** The k nearest other rows of every row. */
  public NeighbourTable within(FeatureMatrix x, Metric metric, int k, JobContext context) {
    return table(x, x, metric, k, NeighbourFilter.OTHERS, context);
  }

  /**
   * The nearest other row of every row, found stretch by stretch, so that a long search can be kept on the way.
   *
   * @param nearest filled in, from row {@code from} on; {@link NeighbourTable#NONE} where there is no other row
   * @param from rows before it are known already
   * @param upTo told after each stretch up to which row all is found
   */
  public void nearestOthers(
      FeatureMatrix x,
      Metric metric,
      int[] nearest,
      int from,
      IntConsumer upTo,
      JobContext context) {
    nearestOthers(x, metric, nearest, from, x.rows(), upTo, context);
  }

  /** As the other one, of rows {@code from} (included) to {@code to} (excluded) only. */
  public void nearestOthers(
      FeatureMatrix x,
      Metric metric,
      int[] nearest,
      int from,
      int to,
      IntConsumer upTo,
      JobContext context) {
    NeighbourVisitor visitor =
        (query, found, distances) ->
            nearest[query] = found.length == 0 ? NeighbourTable.NONE : found[0];
    int step = queryBlock(x.rows(), 1);
    int stretch = (STRETCH + step - 1) / step * step;
    AtomicInteger done = new AtomicInteger(from);
    context.progress(from, to, "samples");
    IntConsumer progress = more -> context.progress(done.addAndGet(more), to, "samples");
    try (NeighbourSearch search =
        new NeighbourSearch(math, x, x, metric, 1, NeighbourFilter.OTHERS, visitor)) {
      for (int first = from; first < to; first += stretch) {
        int last = Math.min(to, first + stretch);
        search(search, first, last, step, progress, context);
        upTo.accept(last);
      }
    }
  }

  /** The k nearest rows of the gallery for every query; nothing is left out. */
  public NeighbourTable between(
      FeatureMatrix queries, FeatureMatrix gallery, Metric metric, int k, JobContext context) {
    return table(queries, gallery, metric, k, NeighbourFilter.ALL, context);
  }

  /** The k nearest rows with another label. */
  public NeighbourTable ofOtherClass(
      FeatureMatrix x, int[] labels, Metric metric, int k, JobContext context) {
    return table(x, x, metric, k, NeighbourFilter.otherThan(labels), context);
  }

  /** The k nearest other rows with the same label. */
  public NeighbourTable ofSameClass(
      FeatureMatrix x, int[] labels, Metric metric, int k, JobContext context) {
    KeptNeighbours table = new KeptNeighbours(x.rows(), k);
    AtomicInteger done = new AtomicInteger();
    IntConsumer progress = n -> context.progress(done.addAndGet(n), x.rows(), "samples");
    for (int[] members : byClass(labels).values()) {
      FeatureMatrix ofClass = new HeapFeatures(x.gather(members), members.length, x.columns());
      NeighbourVisitor visitor =
          (query, indices, distances) ->
              table.visit(
                  members[query], Arrays.stream(indices).map(i -> members[i]).toArray(), distances);
      search(ofClass, ofClass, metric, k, NeighbourFilter.OTHERS, visitor, progress, context);
    }
    return new NeighbourTable(table);
  }

  /**
   * The k nearest rows of the gallery that pass the filter, handed over query by query.
   *
   * @param k at least 1
   * @throws IllegalArgumentException if the sides have different columns
   */
  public void visit(
      FeatureMatrix queries,
      FeatureMatrix gallery,
      Metric metric,
      int k,
      NeighbourFilter filter,
      NeighbourVisitor visitor,
      JobContext context) {
    AtomicInteger done = new AtomicInteger();
    IntConsumer progress = n -> context.progress(done.addAndGet(n), queries.rows(), "samples");
    search(queries, gallery, metric, k, filter, visitor, progress, context);
  }

  private NeighbourTable table(
      FeatureMatrix queries,
      FeatureMatrix gallery,
      Metric metric,
      int k,
      NeighbourFilter filter,
      JobContext context) {
    KeptNeighbours table = new KeptNeighbours(queries.rows(), k);
    visit(queries, gallery, metric, k, filter, table, context);
    return new NeighbourTable(table);
  }

  private void search(
      FeatureMatrix queries,
      FeatureMatrix gallery,
      Metric metric,
      int k,
      NeighbourFilter filter,
      NeighbourVisitor visitor,
      IntConsumer progress,
      JobContext context) {
    if (k < 1 || queries.columns() != gallery.columns()) {
      throw new IllegalArgumentException(
          k + " neighbours, columns " + queries.columns() + " and " + gallery.columns());
    }
    int n = queries.rows();
    int step = queryBlock(n, Math.min(k, gallery.rows()));
    try (NeighbourSearch search =
        new NeighbourSearch(math, queries, gallery, metric, k, filter, visitor)) {
      search(search, 0, n, step, progress, context);
    }
  }

  private void search(
      NeighbourSearch search,
      int first,
      int last,
      int step,
      IntConsumer progress,
      JobContext context) {
    int blocks = (last - first + step - 1) / step;
    int atOnce = blocksAtOnce(step * search.productsPerQuery());
    for (int done = 0; done < blocks; done += atOnce) {
      context.giveWay();
      int start = first + done * step;
      math.overBlocks(
          Math.min(atOnce, blocks - done),
          block -> {
            int from = start + block * step;
            int to = Math.min(last, from + step);
            search.run(from, to, context);
            progress.accept(to - from);
          });
    }
  }

  /** How many blocks of so much work are searched before a search gives way, so that no thread is without one. */
  private int blocksAtOnce(double work) {
    int threads = ComputePool.shared().threads();
    return threads * (int) Math.max(1, workAtOnce / (threads * work));
  }

  /** Blocks small enough that every thread has some and their candidates stay within about 16 MB. */
  private static int queryBlock(int n, int k) {
    int shares = 4 * ComputePool.shared().threads();
    int share = Math.max(32, (n + shares - 1) / shares);
    int memory = Math.max(1, CANDIDATES_PER_BLOCK / k);
    return Math.min(NeighbourSearch.QUERY_BLOCK, Math.min(share, memory));
  }

  private static Map<Integer, int[]> byClass(int[] labels) {
    Map<Integer, IntStream.Builder> rows = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      rows.computeIfAbsent(labels[i], label -> IntStream.builder()).add(i);
    }
    Map<Integer, int[]> byClass = new TreeMap<>();
    rows.forEach((label, builder) -> byClass.put(label, builder.build().toArray()));
    return byClass;
  }
}
