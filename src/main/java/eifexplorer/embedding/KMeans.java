package eifexplorer.embedding;

import eifexplorer.job.JobContext;
import eifexplorer.math.IndexOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Lloyd's k-means with k-means++ starting centres (Arthur and Vassilvitskii 2007), by euclidean distance.
 *
 * <p>The same seed gives the same clusters on every machine. A cluster that runs empty takes over the row that lies
 * farthest from its centre.
 */
public final class KMeans {
  private final NearestNeighbours search;
  private final int iterations;

  /**
   * Makes a clusterer.
   *
   * @param iterations updates of the centres at most; fewer once nothing changes
   */
  public KMeans(NearestNeighbours search, int iterations) {
    this.search = search;
    this.iterations = iterations;
  }

  /**
   * The cluster of every row [n], in 0..k-1.
   *
   * @param x rows to cluster [n,E]
   * @param clusters k, at least 1; no more than n are made
   */
  public int[] assign(FeatureMatrix x, int clusters, long seed, JobContext context) {
    int k = Math.min(clusters, x.rows());
    float[] centres = new StartingCentres(x, new Random(seed)).choose(k, context);
    NeighbourTable nearest = nearest(x, centres, k, context);
    int[] assignment = nearest.column(0);
    for (int i = 0; i < iterations; i++) {
      context.giveWay();
      context.progress(i, iterations, "k-means updates");
      centres = update(x, assignment, nearest, k);
      nearest = nearest(x, centres, k, context);
      int[] next = nearest.column(0);
      if (Arrays.equals(assignment, next)) {
        break;
      }
      assignment = next;
    }
    return assignment;
  }

  private NeighbourTable nearest(FeatureMatrix x, float[] centres, int k, JobContext context) {
    FeatureMatrix matrix = new HeapFeatures(centres, k, x.columns());
    return search.between(x, matrix, Metric.EUCLIDEAN, 1, context.withoutProgress());
  }

  private static float[] update(FeatureMatrix x, int[] assignment, NeighbourTable nearest, int k) {
    int d = x.columns();
    double[] sums = new double[k * d];
    int[] counts = new int[k];
    float[] row = new float[d];
    for (int i = 0; i < assignment.length; i++) {
      x.copyRows(i, i + 1, row, 0);
      int start = assignment[i] * d;
      for (int c = 0; c < d; c++) {
        sums[start + c] += row[c];
      }
      counts[assignment[i]]++;
    }
    float[] centres = new float[k * d];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = (float) (sums[i] / counts[i / d]);
    }
    fillEmpty(x, nearest, counts, centres);
    return centres;
  }

  private static void fillEmpty(
      FeatureMatrix x, NeighbourTable nearest, int[] counts, float[] centres) {
    int[] farthest = null;
    int taken = 0;
    for (int cluster = 0; cluster < counts.length; cluster++) {
      if (counts[cluster] == 0) {
        if (farthest == null) {
          farthest = farthestFirst(nearest);
        }
        int row = farthest[taken++];
        x.copyRows(row, row + 1, centres, cluster * x.columns());
      }
    }
  }

  private static int[] farthestFirst(NeighbourTable nearest) {
    return IndexOrder.descending(
        IntStream.range(0, nearest.rows()).mapToDouble(i -> nearest.distance(i, 0)).toArray());
  }
}
