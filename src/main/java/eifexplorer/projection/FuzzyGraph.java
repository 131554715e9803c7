package eifexplorer.projection;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import java.util.Arrays;

/**
 * UMAP's weighted graph of neighbours, symmetric, as rows of edges.
 *
 * <p>A point's edge to its neighbour at distance d weighs {@code exp(-max(0, d - rho) / sigma)}, rho the distance of the
 * nearest point elsewhere and sigma such that a point's weights sum to log2 k; the two weights of a pair are joined to {@code
 * a + b - ab} (McInnes, Healy, Melville 2018, section 3).
 */
final class FuzzyGraph {
  private static final int STEPS = 64;
  private static final double CLOSE_ENOUGH = 1e-5;
  private static final double SMALLEST_SHARE = 1e-3;

  private final int[] start;
  private final int[] to;
  private final float[] weight;

  private FuzzyGraph(int[] start, int[] to, float[] weight) {
    this.start = start;
    this.to = to;
    this.weight = weight;
  }

  /** The graph of the {@code k} nearest neighbours, or of all known if they are fewer. */
  static FuzzyGraph of(Neighbourhood neighbours, int k, JobContext context) {
    int kept = Math.min(k, neighbours.k());
    float[] weights = memberships(neighbours, kept, context);
    return symmetric(neighbours, kept, weights);
  }

  private static float[] memberships(Neighbourhood neighbours, int k, JobContext context) {
    int n = neighbours.size();
    double all = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        all += neighbours.distance(i, j);
      }
    }
    double mean = all / ((double) n * k);
    float[] weights = new float[n * k];
    ComputePool.shared()
        .forEach(
            n,
            i -> {
              if (i % 1024 == 0) {
                context.checkCancelled();
              }
              membership(neighbours, i, k, mean, weights);
            });
    return weights;
  }

  private static void membership(
      Neighbourhood neighbours, int i, int k, double mean, float[] weights) {
    double rho = 0;
    double own = 0;
    for (int j = 0; j < k; j++) {
      double d = neighbours.distance(i, j);
      own += d / k;
      rho = rho == 0 ? d : rho;
    }
    double sigma = Math.max(sigma(neighbours, i, k, rho), SMALLEST_SHARE * (rho > 0 ? own : mean));
    for (int j = 0; j < k; j++) {
      double over = neighbours.distance(i, j) - rho;
      weights[i * k + j] = (float) (over <= 0 || sigma == 0 ? 1 : StrictMath.exp(-over / sigma));
    }
  }

  /** By halving: the sum of weights grows with sigma. */
  private static double sigma(Neighbourhood neighbours, int i, int k, double rho) {
    double target = Math.log(k + 1.0) / Math.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double sigma = 1;
    for (int step = 0; step < STEPS; step++) {
      // The nearest weighs 1. UMAP's authors count the point itself among its k neighbours, so
      // theirs are k + 1 here.
      double sum = 1;
      for (int j = 1; j < k; j++) {
        double over = neighbours.distance(i, j) - rho;
        sum += over <= 0 ? 1 : StrictMath.exp(-over / sigma);
      }
      if (Math.abs(sum - target) < CLOSE_ENOUGH) {
        break;
      }
      if (sum > target) {
        high = sigma;
        sigma = (low + high) / 2;
      } else {
        low = sigma;
        sigma = Double.isInfinite(high) ? sigma * 2 : (low + high) / 2;
      }
    }
    return sigma;
  }

  private static FuzzyGraph symmetric(Neighbourhood neighbours, int k, float[] weights) {
    int n = neighbours.size();
    int[] begin = rowStarts(neighbours, k);
    long[] entries = new long[begin[n]];
    int[] fill = begin.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        int other = neighbours.index(i, j);
        long bits = Float.floatToRawIntBits(weights[i * k + j]) & 0xffffffffL;
        entries[fill[i]++] = (long) other << 32 | bits;
        entries[fill[other]++] = (long) i << 32 | bits;
      }
    }
    ComputePool.shared().forEach(n, i -> Arrays.sort(entries, begin[i], begin[i + 1]));
    return joined(n, begin, entries);
  }

  private static int[] rowStarts(Neighbourhood neighbours, int k) {
    int n = neighbours.size();
    int[] begin = new int[n + 1];
    for (int i = 0; i < n; i++) {
      begin[i + 1] += k;
      for (int j = 0; j < k; j++) {
        begin[neighbours.index(i, j) + 1]++;
      }
    }
    for (int i = 0; i < n; i++) {
      begin[i + 1] = Math.addExact(begin[i + 1], begin[i]);
    }
    return begin;
  }

  /** An edge that both ends have is there twice, one beside the other. */
  private static FuzzyGraph joined(int n, int[] begin, long[] entries) {
    int[] start = new int[n + 1];
    int[] to = new int[entries.length];
    float[] weight = new float[entries.length];
    int edges = 0;
    for (int i = 0; i < n; i++) {
      for (int e = begin[i]; e < begin[i + 1]; e++) {
        int other = (int) (entries[e] >>> 32);
        float w = Float.intBitsToFloat((int) entries[e]);
        if (e > begin[i] && to[edges - 1] == other && edges > start[i]) {
          weight[edges - 1] = weight[edges - 1] + w - weight[edges - 1] * w;
        } else {
          to[edges] = other;
          weight[edges++] = w;
        }
      }
      start[i + 1] = edges;
    }
    return new FuzzyGraph(start, Arrays.copyOf(to, edges), Arrays.copyOf(weight, edges));
  }

  /** n. */
  int size() {
    return start.length - 1;
  }

  /** How many edges there are, each pair counted from both ends. */
  int edges() {
    return to.length;
  }

  /** The first edge of a point. */
  int first(int point) {
    return start[point];
  }

  /** The edge after the last of a point. */
  int end(int point) {
    return start[point + 1];
  }

  /** Where an edge leads to. */
  int to(int edge) {
    return to[edge];
  }

  /** Its weight, 0..1. */
  float weight(int edge) {
    return weight[edge];
  }

  /** The largest weight. */
  float heaviest() {
    float most = 0;
    for (float w : weight) {
      most = Math.max(most, w);
    }
    return most;
  }
}
