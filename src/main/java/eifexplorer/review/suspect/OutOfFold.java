package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import eifexplorer.math.IndexOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Label probabilities by what was learned without the sample: five folds, each class spread evenly over them.
 *
 * <p>Of every sample the probability of its given label and the few largest are kept: all of them would not fit in memory
 * for thousands of classes.
 */
final class OutOfFold {
  static final int FOLDS = 5;
  private static final int KEPT = 16;
  private static final long SEED = 0;

  /** What is learned from all folds but one. */
  @FunctionalInterface
  interface Learner {
    /**
     * Learns from the other samples and answers for these.
     *
     * @param held samples of the fold [N]
     */
    void learn(boolean[] held, Answers answers);
  }

  /** Takes answers, from any thread. */
  @FunctionalInterface
  interface Answers {
    /** Probabilities of a sample's labels [C]. */
    void answer(int sample, double[] probabilities);
  }

  private final int[] labels;
  private final int classCount;
  private final double[] confidence;
  private final int[][] likeliest;
  private final double[][] probabilities;

  /** Nothing is answered yet. */
  OutOfFold(int[] labels, int classCount) {
    this.labels = labels;
    this.classCount = classCount;
    this.confidence = new double[labels.length];
    this.likeliest = new int[labels.length][];
    this.probabilities = new double[labels.length][];
  }

  /** Has every fold answered by what is learned from the others. */
  static OutOfFold of(int[] labels, int classCount, Learner learner, JobContext context) {
    OutOfFold answers = new OutOfFold(labels, classCount);
    int[] folds = folds(labels, classCount);
    for (int fold = 0; fold < FOLDS; fold++) {
      context.checkCancelled();
      boolean[] held = new boolean[labels.length];
      for (int i = 0; i < held.length; i++) {
        held[i] = folds[i] == fold;
      }
      learner.learn(held, answers::answer);
      context.log("fold " + (fold + 1) + " of " + FOLDS);
    }
    return answers;
  }

  /** Fold of every sample [N]. */
  static int[] folds(int[] labels, int classCount) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, labels.length).boxed().toList());
    Collections.shuffle(order, new Random(SEED));
    int[] next = new int[classCount];
    for (int c = 0; c < classCount; c++) {
      next[c] = c;
    }
    int[] folds = new int[labels.length];
    for (int i : order) {
      folds[i] = next[labels[i]]++ % FOLDS;
    }
    return folds;
  }

  /** Notes the probabilities [C] of a sample's labels. */
  void answer(int sample, double[] of) {
    confidence[sample] = of[labels[sample]];
    likeliest[sample] = IndexOrder.descending(of, KEPT);
    probabilities[sample] = IntStream.of(likeliest[sample]).mapToDouble(c -> of[c]).toArray();
  }

  /** Probability of a sample's given label. */
  double confidence(int sample) {
    return confidence[sample];
  }

  /**
   * Samples whose likeliest label among the confident ones is another than the given: a label is confident if its
   * probability is at least the mean confidence of the samples given it.
   */
  boolean[] confidentlyOther() {
    double[] threshold = new double[classCount];
    int[] sizes = LabelFit.sizes(labels, classCount);
    for (int i = 0; i < labels.length; i++) {
      threshold[labels[i]] += confidence[i] / sizes[labels[i]];
    }
    boolean[] other = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      for (int k = 0; k < likeliest[i].length; k++) {
        int label = likeliest[i][k];
        if (sizes[label] > 0 && probabilities[i][k] >= threshold[label]) {
          other[i] = label != labels[i];
          break;
        }
      }
    }
    return other;
  }
}
