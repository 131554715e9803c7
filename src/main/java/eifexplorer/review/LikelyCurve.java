package eifexplorer.review;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How many wrong labels are likely among the undecided: the mean over many curves of chance by rank, each weighed by how
 * well it agrees with what was decided.
 *
 * <p>A curve is {@code floor + (top - floor) sigmoid(slope (x - centre))}, where {@code x} is the normal score of the rank:
 * wrong labels are common before some place of the ranking, rare behind it, and never rarer than the floor, which is the
 * share of wrong labels that no detector sees. The mean over curves, not the best of them: as long as no spot check far
 * down was wrong the best has nothing there, whatever the few spot checks could have missed.
 */
final class LikelyCurve {
  private static final int BINS = 40;
  private static final double[] CENTRES = steps(-1, 3.6, 40);
  private static final double[] SLOPES = powers(.6, 16, 6);
  private static final double[] FLOORS = powers(.001, .5, 8);
  private static final double[] TOPS = {.15, .4, .65, .85, .995};

  /** How much is put on detectors that see every wrong label, before anything is decided. */
  private static final double SEES_ALL = .7;

  private static final double USUAL_CENTRE = 1.5;
  private static final double SPREAD = 1.2;

  /** Curves so much less likely than the best, as logarithms, do not count. */
  private static final double NEGLIGIBLE = 14;

  private final List<Bin> bins;
  private double best = Double.NEGATIVE_INFINITY;
  private double weights;
  private double sum;

  /** Neighbouring ranks: their mean normal score and what is known of them. */
  private record Bin(double score, int wrong, int right, int open) {}

  private LikelyCurve(List<Bin> bins) {
    this.bins = bins;
  }

  /** Wrong labels expected among the undecided; outcomes by rank, the most suspect first, at least one. */
  static double expected(Outcome[] byRank) {
    LikelyCurve curves = new LikelyCurve(bins(byRank));
    for (double centre : CENTRES) {
      for (double slope : SLOPES) {
        curves.weigh(centre, slope);
      }
    }
    return curves.sum / curves.weights;
  }

  private static List<Bin> bins(Outcome[] byRank) {
    NormalDistribution normal = new NormalDistribution(0, 1);
    int n = byRank.length;
    double[] scores =
        IntStream.range(0, n)
            .mapToDouble(rank -> -normal.inverseCumulativeProbability((rank + .5) / n))
            .toArray();
    double width = 2 * scores[0] / BINS;
    Bin[] bins = new Bin[BINS];
    Arrays.fill(bins, new Bin(0, 0, 0, 0));
    int[] sizes = new int[BINS];
    for (int rank = 0; rank < n; rank++) {
      int k = width > 0 ? (int) Math.min(BINS - 1, (scores[0] - scores[rank]) / width) : 0;
      Bin bin = bins[k];
      bins[k] =
          new Bin(
              bin.score + (scores[rank] - bin.score) / ++sizes[k],
              bin.wrong + (byRank[rank] == Outcome.WRONG ? 1 : 0),
              bin.right + (byRank[rank] == Outcome.RIGHT ? 1 : 0),
              bin.open + (byRank[rank] == Outcome.UNDECIDED ? 1 : 0));
    }
    return Arrays.stream(bins).filter(bin -> bin.wrong + bin.right + bin.open > 0).toList();
  }

  private void weigh(double centre, double slope) {
    double[] rise =
        bins.stream()
            .mapToDouble(bin -> 1 / (1 + Math.exp(-slope * (bin.score - centre))))
            .toArray();
    double away = (centre - USUAL_CENTRE) / SPREAD;
    double prior = -away * away / 2;
    for (double top : TOPS) {
      weigh(rise, 0, top, prior + Math.log(SEES_ALL));
      for (double floor : FLOORS) {
        if (floor < top) {
          weigh(rise, floor, top, prior + Math.log((1 - SEES_ALL) / FLOORS.length));
        }
      }
    }
  }

  private void weigh(double[] rise, double floor, double top, double prior) {
    double log = prior;
    double expected = 0;
    for (int k = 0; k < rise.length; k++) {
      Bin bin = bins.get(k);
      double p = floor + (top - floor) * rise[k];
      log += bin.wrong == 0 ? 0 : bin.wrong * Math.log(p);
      log += bin.right == 0 ? 0 : bin.right * Math.log1p(-p);
      expected += bin.open * p;
      if (log < best - NEGLIGIBLE) {
        return;
      }
    }
    add(log, expected);
  }

  private void add(double log, double expected) {
    if (log > best) {
      double scale = Math.exp(best - log);
      weights *= scale;
      sum *= scale;
      best = log;
    }
    double weight = Math.exp(log - best);
    weights += weight;
    sum += weight * expected;
  }

  private static double[] steps(double from, double to, int count) {
    double[] steps = new double[count];
    Arrays.setAll(steps, k -> from + (to - from) * k / (count - 1));
    return steps;
  }

  private static double[] powers(double from, double to, int count) {
    return Arrays.stream(steps(Math.log(from), Math.log(to), count)).map(Math::exp).toArray();
  }
}
