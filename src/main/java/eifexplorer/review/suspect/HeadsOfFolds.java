package eifexplorer.review.suspect;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.LossSpec;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingObserver;
import java.util.stream.IntStream;

/** Trains a head without each fold, and asks it about the samples it did not see. */
record HeadsOfFolds(SuspectInputs inputs, JobContext context) implements OutOfFold.Learner {
  private static final int ROWS_AT_ONCE = 512;
  private static final long SEED = 0;

  @Override
  public void learn(boolean[] held, OutOfFold.Answers answers) {
    int[] labels = inputs.bundle().trainLabels();
    int[] kept = IntStream.range(0, held.length).filter(i -> !held[i]).toArray();
    int[] asked = IntStream.range(0, held.length).filter(i -> held[i]).toArray();
    FeatureMatrix features = inputs.learnableFeatures(context);
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
        answers.answer(asked[from + k], probabilities(cosines, k * proxyCount, proxyCount, sizes));
      }
    }
  }

  /** Softmax of ProxyNCA++'s logits, {@code 2 s² cos} [C]; 0 for labels that the head was not trained on. */
  private double[] probabilities(float[] cosines, int offset, int proxyCount, int[] sizes) {
    double scale = LossSpec.PROXY_NCA.scale();
    double[] logits = new double[inputs.classCount()];
    for (int c = 0; c < logits.length; c++) {
      boolean known = c < proxyCount && sizes[c] > 0;
      logits[c] = known ? 2 * scale * scale * cosines[offset + c] : Double.NaN;
    }
    return Doubles.softmax(logits, 1);
  }
}
