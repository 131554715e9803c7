package eifexplorer.review;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How many wrong labels are likely left among the images nobody decided about.
 *
 * <p>Model: the chance that the label at rank r of N is wrong is {@code sigmoid(b (x_r - c))} with {@code x_r = Phi^-1(1 - (r
 * - 1/2) / N)}: it falls along the queue, from one at the suspects to zero, at c and with steepness b. What is not known
 * of b and c is spread over a grid, a priori c ~ N(1.28, 0.6²), that is one label in ten wrong, give or take a factor of
 * three, and log b ~ N(log 6, 0.7²); every decision moves that by Bayes' rule. Expected number and range (5 % to 95 %) are
 * those of the number of wrong labels among the undecided ranks under what is then believed.
 *
 * <p>It is as good as the order: it takes for granted that wrong labels come earlier. Labels that are wrong and look right
 * are not counted, and after few decisions the range is wide, as it should be.
 *
 * @param expected number of wrong labels among the undecided
 * @param low 5 % of the belief lies below
 * @param high 5 % of the belief lies above
 * @param undecided images nobody decided about
 */
public record QueueEstimate(double expected, int low, int high, int undecided) {
  private static final int CENTRES = 61;
  private static final int SLOPES = 25;
  private static final int BUCKETS = 400;
  private static final double CENTRE_MEAN = 1.28;
  private static final double CENTRE_DEVIATION = 0.6;
  private static final double SLOPE_MEAN = Math.log(6);
  private static final double SLOPE_DEVIATION = 0.7;
  private static final double DEVIATIONS = 3;

  /** What is known of the label at a rank. */
  public enum Outcome {
    UNDECIDED,
    RIGHT,
    WRONG
  }

  /** Estimates from the outcomes by rank, the most suspect first. */
  public static QueueEstimate of(Outcome[] byRank) {
    double[] scores = scores(byRank.length);
    double[][] open = undecided(byRank, scores);
    double[] weights = new double[CENTRES * SLOPES];
    double[] means = new double[weights.length];
    double[] variances = new double[weights.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < weights.length; k++) {
      int centre = k / SLOPES;
      int slope = k % SLOPES;
      double u = DEVIATIONS * (2.0 * centre / (CENTRES - 1) - 1);
      double v = DEVIATIONS * (2.0 * slope / (SLOPES - 1) - 1);
      double c = CENTRE_MEAN + CENTRE_DEVIATION * u;
      double b = Math.exp(SLOPE_MEAN + SLOPE_DEVIATION * v);
      weights[k] = -(u * u + v * v) / 2 + logLikelihood(byRank, scores, b, c);
      largest = Math.max(largest, weights[k]);
      for (int bucket = 0; bucket < open[0].length; bucket++) {
        double p = sigmoid(b * (open[1][bucket] - c));
        means[k] += open[0][bucket] * p;
        variances[k] += open[0][bucket] * p * (1 - p);
      }
    }
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.exp(weights[k] - largest);
      sum += weights[k];
    }
    double expected = 0;
    int undecided = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
      expected += weights[k] * means[k];
    }
    for (double count : open[0]) {
      undecided += (int) count;
    }
    return new QueueEstimate(
        expected,
        quantile(weights, means, variances, undecided, .05),
        quantile(weights, means, variances, undecided, .95),
        undecided);
  }

  private static double[] scores(int n) {
    NormalDistribution normal = new NormalDistribution();
    double[] scores = new double[n];
    for (int r = 0; r < n; r++) {
      scores[r] = normal.inverseCumulativeProbability(1 - (r + .5) / n);
    }
    return scores;
  }

  /** Undecided ranks in groups of neighbours: how many, and their mean score. */
  private static double[][] undecided(Outcome[] byRank, double[] scores) {
    int buckets = Math.min(BUCKETS, byRank.length);
    double[][] open = new double[2][buckets];
    for (int r = 0; r < byRank.length; r++) {
      if (byRank[r] == Outcome.UNDECIDED) {
        int bucket = (int) ((long) r * buckets / byRank.length);
        open[0][bucket]++;
        open[1][bucket] += (scores[r] - open[1][bucket]) / open[0][bucket];
      }
    }
    return open;
  }

  private static double logLikelihood(Outcome[] byRank, double[] scores, double b, double c) {
    double sum = 0;
    for (int r = 0; r < byRank.length; r++) {
      if (byRank[r] != Outcome.UNDECIDED) {
        double z = b * (scores[r] - c);
        sum -= softplus(byRank[r] == Outcome.WRONG ? -z : z);
      }
    }
    return sum;
  }

  private static double softplus(double z) {
    return z > 30 ? z : Math.log1p(Math.exp(z));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /** Smallest number that this much of the belief lies at or below. */
  private static int quantile(
      double[] weights, double[] means, double[] variances, int most, double share) {
    NormalDistribution normal = new NormalDistribution();
    int low = 0;
    int high = most;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double below = 0;
      for (int k = 0; k < weights.length; k++) {
        double deviation = Math.sqrt(Math.max(1e-9, variances[k]));
        below += weights[k] * normal.cumulativeProbability((middle + .5 - means[k]) / deviation);
      }
      if (below >= share) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
