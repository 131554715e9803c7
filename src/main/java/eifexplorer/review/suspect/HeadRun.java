package eifexplorer.review.suspect;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.LossSpec;
import eifexplorer.training.MetricLoss;
import eifexplorer.training.MetricLosses;
import eifexplorer.training.TrainingObserver;
import eifexplorer.training.TrainingPlan;
import java.util.Arrays;

/**
 * A short head trained on the cached features with the given labels, watched after each epoch; immutable.
 *
 * @param margins mean over the epochs of the cosine to the own proxy less the largest cosine to another, [N]
 * @param selfInfluence sum over the epochs of the squared length of the loss's gradient at W, times the rate, [N]
 */
record HeadRun(double[] margins, double[] selfInfluence) {
  private static final long SEED = 0;
  private static final int ROWS_AT_ONCE = 512;

  /** Trains and watches. */
  static HeadRun train(SuspectInputs inputs, JobContext context) {
    FeatureMatrix features = inputs.learnableFeatures(context);
    int[] labels = inputs.bundle().trainLabels();
    TrainingPlan plan =
        FrozenHeadPlan.fitting(LossSpec.PROXY_NCA, labels, features.columns(), SEED);
    Watch watch = new Watch(inputs, plan, context);
    new HeadTrainer(inputs.math()).train(features, labels, plan, watch, context);
    for (int i = 0; i < labels.length; i++) {
      watch.margins[i] /= plan.epochs();
    }
    return new HeadRun(watch.margins, watch.selfInfluence);
  }

  /** Sums up what an epoch leaves. */
  private static final class Watch implements TrainingObserver {
    private final SuspectInputs inputs;
    private final TrainingPlan plan;
    private final JobContext context;
    private final int[] labels;
    private final double[] featureSquares;
    private final double[] margins;
    private final double[] selfInfluence;

    Watch(SuspectInputs inputs, TrainingPlan plan, JobContext context) {
      this.inputs = inputs;
      this.plan = plan;
      this.context = context;
      this.labels = inputs.bundle().trainLabels();
      this.margins = new double[inputs.size()];
      this.selfInfluence = new double[inputs.size()];
      this.featureSquares = new double[inputs.size()];
      for (int i = 0; i < featureSquares.length; i++) {
        for (float value : inputs.learnableFeatures(context).row(i)) {
          featureSquares[i] += (double) value * value;
        }
      }
    }

    @Override
    public void weights(int epoch, EmbeddingHead head, Proxies proxies) {
      FeatureMatrix embeddings =
          Embeddings.of(inputs.learnableFeatures(context), head, inputs.math(), context);
      float[] unitProxies =
          Embeddings.normalised(
                  new HeapFeatures(proxies.values(), proxies.count(), proxies.embeddingSize()))
              .toArray();
      MetricLoss loss = MetricLosses.of(plan.loss(), proxies);
      double rate = plan.optimiser().rateFactor(epoch);
      for (int from = 0; from < margins.length; from += ROWS_AT_ONCE) {
        context.checkCancelled();
        int to = Math.min(margins.length, from + ROWS_AT_ONCE);
        float[] rows = new float[(to - from) * embeddings.columns()];
        embeddings.copyRows(from, to, rows, 0);
        addMargins(new HeapFeatures(rows, to - from, embeddings.columns()), from, unitProxies);
        addSelfInfluence(rows, from, to, loss, rate);
      }
    }

    private void addMargins(HeapFeatures embeddings, int from, float[] unitProxies) {
      int n = embeddings.rows();
      int classes = unitProxies.length / embeddings.columns();
      float[] units = Embeddings.normalised(embeddings).toArray();
      float[] cosines = new float[n * classes];
      inputs.math().timesTransposed(units, n, unitProxies, classes, embeddings.columns(), cosines);
      for (int k = 0; k < n; k++) {
        int label = labels[from + k];
        double best = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
          best = c == label ? best : Math.max(best, cosines[k * classes + c]);
        }
        margins[from + k] += cosines[k * classes + label] - best;
      }
    }

    private void addSelfInfluence(float[] rows, int from, int to, MetricLoss loss, double rate) {
      int n = to - from;
      int size = rows.length / n;
      // The batch loss is a mean: each row's gradient is its own loss's divided by n.
      double[] gradients =
          loss.gradients(Doubles.of(rows), Arrays.copyOfRange(labels, from, to), null).embeddings();
      for (int k = 0; k < n; k++) {
        double squares = 0;
        for (int j = k * size; j < (k + 1) * size; j++) {
          squares += gradients[j] * gradients[j];
        }
        selfInfluence[from + k] += rate * n * n * squares * featureSquares[from + k];
      }
    }
  }
}
