package eifexplorer.review.suspect;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.LossSpec;
import eifexplorer.training.MetricLoss;
import eifexplorer.training.MetricLosses;
import eifexplorer.training.TrainingObserver;
import eifexplorer.training.TrainingPlan;
import eifexplorer.training.UnitRows;

/**
 * A short head trained on the cached features with the given labels, watched after each epoch; immutable.
 *
 * @param margins mean over the epochs of the cosine to the own proxy less the largest cosine to another, [N]
 * @param selfInfluence sum over the epochs of the squared length of the loss's gradient at W, times the rate, [N]
 */
record HeadRun(double[] margins, double[] selfInfluence) {
  private static final long SEED = 0;

  /** Trains and watches. */
  static HeadRun train(SuspectInputs inputs, JobContext context) {
    FeatureMatrix features = inputs.bundle().trainFeatures();
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
    private final double[] featureSquares;
    private final double[] margins;
    private final double[] selfInfluence;

    Watch(SuspectInputs inputs, TrainingPlan plan, JobContext context) {
      this.inputs = inputs;
      this.plan = plan;
      this.context = context;
      this.margins = new double[inputs.size()];
      this.selfInfluence = new double[inputs.size()];
      this.featureSquares = new double[inputs.size()];
      for (int i = 0; i < featureSquares.length; i++) {
        for (float value : inputs.bundle().trainFeatures().row(i)) {
          featureSquares[i] += (double) value * value;
        }
      }
    }

    @Override
    public void weights(int epoch, EmbeddingHead head, Proxies proxies) {
      int[] labels = inputs.bundle().trainLabels();
      int size = head.embeddingSize();
      double[] embeddings =
          Doubles.of(
              Embeddings.of(inputs.bundle().trainFeatures(), head, inputs.math(), context)
                  .toArray());
      double[] units = UnitRows.of(embeddings, size).units();
      double[] unitProxies = UnitRows.of(Doubles.of(proxies.values()), size).units();
      for (int i = 0; i < labels.length; i++) {
        margins[i] += margin(units, i * size, unitProxies, size, labels[i]);
      }
      MetricLoss loss = MetricLosses.of(plan.loss(), proxies);
      // The batch loss is a mean: each row's gradient is its own loss's divided by N.
      double[] gradients = loss.gradients(embeddings, labels, null).embeddings();
      double scale = (double) labels.length * labels.length * plan.optimiser().rateFactor(epoch);
      for (int i = 0; i < labels.length; i++) {
        double squares = 0;
        for (int j = i * size; j < (i + 1) * size; j++) {
          squares += gradients[j] * gradients[j];
        }
        selfInfluence[i] += scale * squares * featureSquares[i];
      }
    }

    private static double margin(
        double[] units, int offset, double[] proxies, int size, int label) {
      double own = Double.NaN;
      double best = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < proxies.length / size; c++) {
        double cosine = 0;
        for (int j = 0; j < size; j++) {
          cosine += units[offset + j] * proxies[c * size + j];
        }
        if (c == label) {
          own = cosine;
        } else {
          best = Math.max(best, cosine);
        }
      }
      return own - best;
    }
  }
}
