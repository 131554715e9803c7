package eifexplorer.experiment.attribution;

import eifexplorer.influence.RankAgreement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Distances after retraining, and what was predicted of them.
 *
 * @param queries whose distances, in order
 * @param plan how they were made
 * @param distances of each subset by seed, [m][k][q]
 * @param predictions of the estimators that are done
 * @param lost subsets without an image of some class
 */
record LdsOutcome(
    List<LdsQuery> queries,
    LdsPlan plan,
    List<double[][]> distances,
    List<Prediction> predictions,
    int lost) {
  /**
   * An estimator's sums over every subset.
   *
   * @param setting whose they are
   * @param sums [q][m]
   * @param secondsEach the time a query took
   */
  record Prediction(EstimatorSetting setting, double[][] sums, double secondsEach) {}

  /** Queries whose distance changes from subset to subset, by index. */
  int[] moving() {
    return IntStream.range(0, queries.size())
        .filter(q -> Arrays.stream(means(q)).distinct().count() > 1)
        .toArray();
  }

  /** Distances of a query after each subset, the mean over the seeds [m]. */
  private double[] means(int q) {
    return distances.stream()
        .mapToDouble(bySeed -> Arrays.stream(bySeed).mapToDouble(of -> of[q]).average().orElse(0))
        .toArray();
  }

  /** Of each moving query the rank correlation of prediction and distance; 0 where all predictions are equal. */
  double[] scores(Prediction prediction) {
    double[][] sums = prediction.sums();
    return Arrays.stream(moving())
        .mapToDouble(q -> orNone(RankAgreement.spearman(sums[q], means(q))))
        .toArray();
  }

  /** The mean of {@link #scores} without each subset [m]. */
  double[] scoresWithout(Prediction prediction) {
    int[] moving = moving();
    double[] mean = new double[plan.subsets()];
    for (int q : moving) {
      double[] without = SubsetJackknife.correlations(prediction.sums()[q], means(q));
      for (int s = 0; s < mean.length; s++) {
        mean[s] += without[s] / moving.length;
      }
    }
    return mean;
  }

  /** The mean of {@link #scores} without each draw of the batches [k], each with the others' distances; empty for one draw. */
  double[] scoresWithoutDraw(Prediction prediction) {
    int k = plan.seeds();
    double[] mean = new double[k < 2 ? 0 : k];
    int[] moving = moving();
    for (int q : moving) {
      for (int left = 0; left < mean.length; left++) {
        double[] found = meansWithout(q, left);
        mean[left] += orNone(RankAgreement.spearman(prediction.sums()[q], found)) / moving.length;
      }
    }
    return mean;
  }

  private double[] meansWithout(int q, int left) {
    return distances.stream()
        .mapToDouble(
            bySeed ->
                IntStream.range(0, bySeed.length)
                    .filter(seed -> seed != left)
                    .mapToDouble(seed -> bySeed[seed][q])
                    .average()
                    .orElse(0))
        .toArray();
  }

  private static double orNone(double correlation) {
    return Double.isNaN(correlation) ? 0 : correlation;
  }

  /**
   * What a perfect prediction would reach, in the mean over the moving queries: how well the mean over the seeds would agree
   * with that over as many others, by the Spearman-Brown formula {@code k r / (1 + (k - 1) r)} from the mean correlation r
   * of two seeds; 0 where they disagree, for which the formula has no meaning, and NaN for one seed.
   */
  double ceiling() {
    int k = plan.seeds();
    double sum = 0;
    int count = 0;
    for (int q : moving()) {
      for (int a = 0; a < k; a++) {
        for (int b = a + 1; b < k; b++) {
          sum += orNone(RankAgreement.spearman(bySeed(q, a), bySeed(q, b)));
          count++;
        }
      }
    }
    double r = sum / count;
    if (r <= 0) {
      return 0;
    }
    return k * r / (1 + (k - 1) * r);
  }

  private double[] bySeed(int q, int seed) {
    return distances.stream().mapToDouble(of -> of[seed][q]).toArray();
  }
}
