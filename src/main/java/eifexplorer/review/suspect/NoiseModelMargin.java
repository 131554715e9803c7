package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import java.util.List;

/**
 * Margin of the given label where three fits are pooled and mistakes between classes that are often mixed up are expected:
 * {@code ln P[i,y] + a ln T[y,y] - max over k of (ln P[i,k] + a ln T[k,y])}, P of {@link PooledFit}, T of {@link NoiseMatrix}.
 */
final class NoiseModelMargin implements SuspectDetector {
  static final String ID = "noise-model";

  /** a. With 1 the chance that the label is right; but P has mistakes in it already, since the labels do. */
  private static final double SHARE = .5;

  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        ID,
        "Label margin (noise model)",
        "noise model",
        "Log probability of the given label less that of the best other one, by discriminant"
            + " analysis, class centres and neighbours of all other images together; labels that"
            + " are often mixed up here are believed less.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    return inputs.keeper().findOrCompute(ID, () -> compute(inputs, context));
  }

  private static SuspectScores compute(SuspectInputs inputs, JobContext context) {
    LikelyLabels likely = LikelyLabels.of(pooled(inputs, context), context);
    NoiseMatrix noise = NoiseMatrix.of(likely, context);
    double[] margins = new double[likely.size()];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = likely.isKnown(i) ? margin(likely, i, noise) : Double.NaN;
    }
    return SuspectScores.lowIsSuspect(margins);
  }

  private static PooledFit pooled(SuspectInputs inputs, JobContext context) {
    return new PooledFit(
        inputs.bundle().trainLabels(),
        inputs.classCount(),
        List.of(
            inputs.discriminantFit(context),
            inputs.whitenedCentroidFit(context),
            inputs.whitenedVote(context)));
  }

  private static double margin(LikelyLabels likely, int sample, NoiseMatrix noise) {
    int[] labels = likely.labels(sample);
    double[] logs = likely.logs(sample);
    double best = Double.NEGATIVE_INFINITY;
    for (int k = 1; k < labels.length; k++) {
      best = Math.max(best, logs[k] + SHARE * noise.log(labels[k], labels[0]));
    }
    return logs[0] + SHARE * noise.log(labels[0], labels[0]) - best;
  }
}
