package eifexplorer.review.suspect;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.IndexOrder;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.LossSpec;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingObserver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Label probabilities by heads that were trained without the sample: five folds, each class spread evenly over them.
 * Immutable.
 *
 * <p>Of every sample the probability of its given label and the few largest are kept: all of them would not fit in memory
 * for thousands of classes.
 */
final class OutOfFold {
  static final int FOLDS = 5;
  private static final int KEPT = 16;
  private static final int ROWS_AT_ONCE = 512;
  private static final long SEED = 0;

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

  /** Trains the five heads and asks each about the samples it did not see. */
  static OutOfFold of(SuspectInputs inputs, JobContext context) {
    int[] labels = inputs.bundle().trainLabels();
    OutOfFold answers = new OutOfFold(labels, inputs.classCount());
    int[] folds = folds(labels, inputs.classCount());
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      int[] kept = IntStream.range(0, labels.length).filter(i -> folds[i] != held).toArray();
      int[] asked = IntStream.range(0, labels.length).filter(i -> folds[i] == held).toArray();
      answers.ask(inputs, kept, asked, context);
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

  private void ask(SuspectInputs inputs, int[] kept, int[] asked, JobContext context) {
    FeatureMatrix features = inputs.bundle().trainFeatures();
    int[] keptLabels = IntStream.of(kept).map(i -> labels[i]).toArray();
    TrainedHead head =
        new HeadTrainer(inputs.math())
            .train(
                SelectedRows.of(features, kept),
                keptLabels,
                FrozenHeadPlan.fitting(LossSpec.PROXY_NCA, keptLabels, features.columns(), SEED),
                TrainingObserver.NONE,
                context);
    int[] sizes = LabelFit.sizes(keptLabels, classCount);
    int size = head.head().embeddingSize();
    FeatureMatrix units =
        Embeddings.normalised(
            Embeddings.of(SelectedRows.of(features, asked), head.head(), inputs.math(), context));
    int proxyCount = head.proxies().count();
    float[] proxies =
        Embeddings.normalised(new HeapFeatures(head.proxies().values(), proxyCount, size))
            .toArray();
    for (int from = 0; from < asked.length; from += ROWS_AT_ONCE) {
      int n = Math.min(ROWS_AT_ONCE, asked.length - from);
      float[] cosines = new float[n * proxyCount];
      float[] rows = new float[n * size];
      units.copyRows(from, from + n, rows, 0);
      inputs.math().timesTransposed(rows, n, proxies, proxyCount, size, cosines);
      for (int k = 0; k < n; k++) {
        answer(asked[from + k], probabilities(cosines, k * proxyCount, proxyCount, sizes));
      }
    }
  }

  /** Softmax of ProxyNCA++'s logits, {@code 2 s² cos} [C]; 0 for labels that the head was not trained on. */
  private double[] probabilities(float[] cosines, int offset, int proxyCount, int[] sizes) {
    double scale = LossSpec.PROXY_NCA.scale();
    double[] logits = new double[classCount];
    for (int c = 0; c < classCount; c++) {
      boolean known = c < proxyCount && sizes[c] > 0;
      logits[c] = known ? 2 * scale * scale * cosines[offset + c] : Double.NaN;
    }
    return Doubles.softmax(logits, 1);
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
