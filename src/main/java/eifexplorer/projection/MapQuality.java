package eifexplorer.projection;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Metric;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much of the true neighbourhoods a map shows.
 *
 * <p>keep@k is the share of a point's k nearest neighbours that are among its k nearest in the map. Trustworthiness is {@code
 * 1 - 2 / (n k (2n - 3k - 1)) sum_i sum_j (r(i,j) - k)} over the points j that are among the k nearest of i in the map but not
 * truly, r their true rank (Venna and Kaski, 2001); it is found for some points where there are many.
 */
public final class MapQuality {
  private static final int MOST_RANKED = 1000;

  private final int k;
  private final float[] kept;
  private final double trustworthiness;
  private final int ranked;

  private MapQuality(int k, float[] kept, double trustworthiness, int ranked) {
    this.k = k;
    this.kept = kept;
    this.trustworthiness = trustworthiness;
    this.ranked = ranked;
  }

  /**
   * Measures a layout.
   *
   * @param neighbours the points' own, exact; of the {@code metric}
   * @param tree of the layout
   */
  public static MapQuality of(
      ProjectionPoints points,
      Neighbourhood neighbours,
      Metric metric,
      PlaneTree tree,
      JobContext context) {
    int n = points.size();
    int k = Math.min(Projector.QUALITY_NEIGHBOURS, neighbours.k());
    float[] kept = new float[n];
    int[] shown = new int[n * k];
    ComputePool.shared()
        .forEach(
            n,
            i -> {
              int[] near = tree.neighbours(i, k);
              System.arraycopy(near, 0, shown, i * k, k);
              kept[i] = shared(neighbours, i, near, k);
              if (i % 1024 == 0) {
                context.checkCancelled();
              }
            });
    int[] ranked = evenly(n, MOST_RANKED);
    double[] penalties = new double[ranked.length];
    ComputePool.shared()
        .forEach(
            ranked.length,
            r -> {
              context.checkCancelled();
              int i = ranked[r];
              int[] near = Arrays.copyOfRange(shown, i * k, i * k + k);
              penalties[r] = penalty(points.rows(), metric, neighbours, i, near, k);
            });
    return new MapQuality(k, kept, trust(penalties, n, k), ranked.length);
  }

  private static double trust(double[] penalties, int n, int k) {
    double worst = k * (2.0 * n - 3 * k - 1) / 2;
    double mean = Arrays.stream(penalties).average().orElse(0);
    return worst <= 0 ? 1 : 1 - mean / worst;
  }

  private static int[] evenly(int n, int most) {
    int count = Math.min(n, most);
    return IntStream.range(0, count).map(r -> (int) ((long) r * n / count)).toArray();
  }

  private static float shared(Neighbourhood neighbours, int i, int[] near, int k) {
    int both = 0;
    for (int j = 0; j < k; j++) {
      int truly = neighbours.index(i, j);
      for (int other : near) {
        both += other == truly ? 1 : 0;
      }
    }
    return (float) both / k;
  }

  /** By how much the true ranks of the points shown near exceed k. */
  private static double penalty(
      FeatureMatrix rows, Metric metric, Neighbourhood neighbours, int i, int[] near, int k) {
    int[] strangers =
        Arrays.stream(near)
            .filter(other -> IntStream.range(0, k).noneMatch(j -> neighbours.index(i, j) == other))
            .toArray();
    if (strangers.length == 0) {
      return 0;
    }
    double[] distances = distances(rows, metric, i);
    double sum = 0;
    for (int stranger : strangers) {
      int rank = 1;
      for (int other = 0; other < distances.length; other++) {
        boolean before =
            distances[other] < distances[stranger]
                || (distances[other] == distances[stranger] && other < stranger);
        rank += other != i && before ? 1 : 0;
      }
      sum += Math.max(0, rank - k);
    }
    return sum;
  }

  private static double[] distances(FeatureMatrix rows, Metric metric, int i) {
    int columns = rows.columns();
    float[] own = rows.row(i);
    float[] block = new float[256 * columns];
    double[] distances = new double[rows.rows()];
    for (int from = 0; from < distances.length; from += 256) {
      int to = Math.min(distances.length, from + 256);
      rows.copyRows(from, to, block, 0);
      for (int j = from; j < to; j++) {
        distances[j] = rank(own, block, (j - from) * columns, metric);
      }
    }
    return distances;
  }

  private static double rank(float[] own, float[] block, int start, Metric metric) {
    double dot = 0;
    double squares = 0;
    double apart = 0;
    for (int c = 0; c < own.length; c++) {
      double v = block[start + c];
      dot += own[c] * v;
      squares += v * v;
      apart += (own[c] - v) * (own[c] - v);
    }
    return metric == Metric.COSINE ? -dot / Math.max(Math.sqrt(squares), 1e-12) : apart;
  }

  /** How many neighbours are looked at, 15 where there are as many. */
  public int k() {
    return k;
  }

  /** keep@k of one point, 0..1. */
  public double kept(int point) {
    return kept[point];
  }

  /** Mean keep@k, 0..1. */
  public double kept() {
    return IntStream.range(0, kept.length).mapToDouble(i -> kept[i]).average().orElse(0);
  }

  /** Trustworthiness, 0..1; of a random map about 0.5. */
  public double trustworthiness() {
    return trustworthiness;
  }

  /** Of how many points, evenly taken, the trustworthiness is. */
  public int ranked() {
    return ranked;
  }
}
