package eifexplorer.review.suspect;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.job.JobContext;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.LossSpec;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingObserver;
import eifexplorer.training.UnitRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Label probabilities by heads that were trained without the sample: five folds, each class spread evenly over them. */
final class OutOfFold {
  static final int FOLDS = 5;
  private static final long SEED = 0;

  private OutOfFold() {}

  /** Probability of every label [N][C]; 0 for labels that the fold's training samples lack. */
  static double[][] probabilities(SuspectInputs inputs, JobContext context) {
    int[] labels = inputs.bundle().trainLabels();
    int[] folds = folds(labels, inputs.classCount());
    double[][] probabilities = new double[labels.length][];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      int[] kept = IntStream.range(0, labels.length).filter(i -> folds[i] != held).toArray();
      int[] asked = IntStream.range(0, labels.length).filter(i -> folds[i] == held).toArray();
      double[][] answers = ask(inputs, kept, asked, context);
      for (int k = 0; k < asked.length; k++) {
        probabilities[asked[k]] = answers[k];
      }
      context.log("fold " + (fold + 1) + " of " + FOLDS);
    }
    return probabilities;
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

  private static double[][] ask(SuspectInputs inputs, int[] kept, int[] asked, JobContext context) {
    FeatureMatrix features = inputs.bundle().trainFeatures();
    int[] labels = inputs.bundle().trainLabels();
    int[] keptLabels = IntStream.of(kept).map(i -> labels[i]).toArray();
    TrainedHead head =
        new HeadTrainer(inputs.math())
            .train(
                SelectedRows.of(features, kept),
                keptLabels,
                FrozenHeadPlan.fitting(LossSpec.PROXY_NCA, keptLabels, features.columns(), SEED),
                TrainingObserver.NONE,
                context);
    int[] sizes = LabelFit.sizes(keptLabels, inputs.classCount());
    int size = head.head().embeddingSize();
    double[] embeddings =
        Doubles.of(
            Embeddings.of(SelectedRows.of(features, asked), head.head(), inputs.math(), context)
                .toArray());
    double[] units = UnitRows.of(embeddings, size).units();
    double[] proxies = UnitRows.of(Doubles.of(head.proxies().values()), size).units();
    double[][] answers = new double[asked.length][];
    for (int k = 0; k < asked.length; k++) {
      double[] logits = new double[inputs.classCount()];
      for (int c = 0; c < logits.length; c++) {
        logits[c] = sizes[c] == 0 ? Double.NaN : logit(units, k * size, proxies, c * size, size);
      }
      answers[k] = Doubles.softmax(logits, 1);
    }
    return answers;
  }

  /** ProxyNCA++'s logit, {@code 2 s² cos}. */
  private static double logit(double[] units, int unit, double[] proxies, int proxy, int size) {
    double cosine = 0;
    for (int j = 0; j < size; j++) {
      cosine += units[unit + j] * proxies[proxy + j];
    }
    double scale = LossSpec.PROXY_NCA.scale();
    return 2 * scale * scale * cosine;
  }

  /**
   * Samples whose likeliest label among the confident ones is another than the given: a label is confident if its
   * probability is at least the mean confidence of the samples given it.
   */
  static boolean[] confidentlyOther(double[][] probabilities, int[] labels) {
    int classCount = probabilities.length == 0 ? 0 : probabilities[0].length;
    double[] threshold = new double[classCount];
    int[] sizes = LabelFit.sizes(labels, classCount);
    for (int i = 0; i < labels.length; i++) {
      threshold[labels[i]] += probabilities[i][labels[i]] / sizes[labels[i]];
    }
    boolean[] other = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      int best = -1;
      for (int c = 0; c < classCount; c++) {
        double p = probabilities[i][c];
        if (sizes[c] > 0 && p >= threshold[c] && (best < 0 || p > probabilities[i][best])) {
          best = c;
        }
      }
      other[i] = best >= 0 && best != labels[i];
    }
    return other;
  }
}
