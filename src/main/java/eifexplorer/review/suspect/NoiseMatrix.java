package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/**
 * How often an image of one class is labelled as another, learnt without any true label: real mistakes are made between few
 * classes that look alike, and there a given label says less.
 *
 * <p>With P[i,k] the probability of class k for an image by the others alone and y the given labels, expectation-maximisation
 * of {@code T[k,c] = p(given c | true k)}: {@code Q[i,k] ~ P[i,k] T[k,y_i]}, {@code T[k,c] ~ sum of Q[i,k] over y_i = c}, plus
 * N / C images for every true class whose mistakes, as frequent as all, go to each other class alike. Dawid and Skene (1979) with
 * the images' probabilities for priors; Northcutt, Jiang, Chuang: Confident Learning (JAIR 2021) counts instead.
 *
 * <p>Of more than {@value #MOST_CLASSES} classes few have enough images for it: nothing is learnt then, and all mistakes count
 * alike. Immutable.
 */
final class NoiseMatrix {
  private static final int MOST_CLASSES = 2000;
  private static final int ROUNDS = 20;
  private static final double FIRST_RATE = .1;

  private final int classCount;
  private final double[] rates;

  private NoiseMatrix(int classCount, double[] rates) {
    this.classCount = classCount;
    this.rates = rates;
  }

  /** Learns it. */
  static NoiseMatrix of(LikelyLabels likely, JobContext context) {
    int classes = likely.classCount();
    if (classes < 2 || classes > MOST_CLASSES) {
      return new NoiseMatrix(classes, new double[0]);
    }
    NoiseMatrix matrix = new NoiseMatrix(classes, alike(classes, FIRST_RATE));
    for (int round = 0; round < ROUNDS; round++) {
      context.checkCancelled();
      matrix = matrix.next(likely);
    }
    return matrix;
  }

  /** The same share of wrong labels in every class, going to each other class alike. */
  private static double[] alike(int classes, double rate) {
    double[] rates = new double[classes * classes];
    for (int k = 0; k < rates.length; k++) {
      rates[k] = k / classes == k % classes ? 1 - rate : rate / (classes - 1);
    }
    return rates;
  }

  private NoiseMatrix next(LikelyLabels likely) {
    double[] counts = new double[rates.length];
    double known = 0;
    double right = 0;
    for (int i = 0; i < likely.size(); i++) {
      if (likely.isKnown(i)) {
        double[] chances = chances(likely, i);
        int[] labels = likely.labels(i);
        for (int k = 0; k < chances.length; k++) {
          counts[labels[k] * classCount + labels[0]] += chances[k];
        }
        known++;
        right += chances[0];
      }
    }
    double prior = Math.max(1, known / classCount);
    double[] next = alike(classCount, known == 0 ? FIRST_RATE : 1 - right / known);
    for (int k = 0; k < classCount; k++) {
      double sum = prior;
      for (int c = 0; c < classCount; c++) {
        sum += counts[k * classCount + c];
      }
      for (int c = 0; c < classCount; c++) {
        int at = k * classCount + c;
        next[at] = (counts[at] + prior * next[at]) / sum;
      }
    }
    return new NoiseMatrix(classCount, next);
  }

  /** Probabilities of a sample's likely labels to be the true one, its given label known; in their order, sum 1. */
  private double[] chances(LikelyLabels likely, int sample) {
    int[] labels = likely.labels(sample);
    double[] logs = likely.logs(sample);
    double[] chances = new double[labels.length];
    double sum = 0;
    for (int k = 0; k < chances.length; k++) {
      chances[k] = Math.exp(logs[k]) * rates[labels[k] * classCount + labels[0]];
      sum += chances[k];
    }
    for (int k = 0; k < chances.length; k++) {
      chances[k] = sum > 0 ? chances[k] / sum : k == 0 ? 1 : 0;
    }
    return chances;
  }

  /** ln T[true,given]; 0 where nothing was learnt. */
  double log(int trueLabel, int given) {
    return rates.length == 0
        ? 0
        : Math.log(Math.max(Double.MIN_NORMAL, rates[trueLabel * classCount + given]));
  }
}
