package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import eifexplorer.review.suspect.LogisticRegression.Fit;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fits a logistic regression without each fold, and asks it about the samples it did not see. The weight of the losses
 * against the penalty is the one under which the first fold's given labels are likeliest; no true label is needed for it.
 */
final class LogisticOfFolds implements OutOfFold.Learner {
  /** From much penalty to hardly any, in units of 1 / the features' mean variance. */
  private static final double[] WEIGHTS = {1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1};

  private final LogisticRegression regression;
  private final int[] labels;
  private final double variance;
  private final JobContext context;
  private double weight;

  LogisticOfFolds(SuspectInputs inputs, JobContext context) {
    this.labels = inputs.bundle().trainLabels();
    this.regression =
        new LogisticRegression(
            inputs.learnableFeatures(context), labels, inputs.classCount(), inputs.math());
    this.variance = regression.variance();
    this.context = context;
  }

  @Override
  public void learn(boolean[] held, OutOfFold.Answers answers) {
    boolean[] used = new boolean[held.length];
    for (int i = 0; i < held.length; i++) {
      used[i] = !held[i];
    }
    Fit fit = weight == 0 ? likeliest(used, held) : regression.fit(used, weight, null, context);
    regression.predict(fit, held, answers);
  }

  /** Lessens the penalty until the held samples' given labels become less likely; keeps the best. */
  private Fit likeliest(boolean[] used, boolean[] held) {
    @Nullable Fit best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double step : WEIGHTS) {
      Fit fit = regression.fit(used, step / variance, best, context);
      double loss = loss(fit, held);
      if (best != null && loss >= least) {
        break;
      }
      best = fit;
      least = loss;
      weight = step / variance;
    }
    return Objects.requireNonNull(best);
  }

  private double loss(Fit fit, boolean[] held) {
    double[] losses = new double[labels.length];
    regression.predict(
        fit, held, (i, p) -> losses[i] = -Math.log(Math.max(p[labels[i]], Double.MIN_NORMAL)));
    return Arrays.stream(losses).sum();
  }
}
