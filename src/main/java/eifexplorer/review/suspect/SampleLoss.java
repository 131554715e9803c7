package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.training.MetricLoss;
import eifexplorer.training.MetricLosses;
import java.util.Arrays;

/** The model's own loss of every training sample. */
final class SampleLoss implements SuspectDetector {
  private static final int ROWS_AT_ONCE = 512;

  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "loss", "High loss", "loss", "The model's loss of the image with its given label.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    FeatureMatrix embeddings = inputs.embeddings(context);
    MetricLoss loss = MetricLosses.of(inputs.loss(), inputs.bundle().proxies());
    int[] labels = inputs.bundle().trainLabels();
    double[] losses = new double[labels.length];
    for (int from = 0; from < losses.length; from += ROWS_AT_ONCE) {
      context.checkCancelled();
      int to = Math.min(losses.length, from + ROWS_AT_ONCE);
      float[] rows = new float[(to - from) * embeddings.columns()];
      embeddings.copyRows(from, to, rows, 0);
      double[] some = loss.perSample(Doubles.of(rows), Arrays.copyOfRange(labels, from, to));
      System.arraycopy(some, 0, losses, from, some.length);
    }
    return SuspectScores.highIsSuspect(losses);
  }
}
