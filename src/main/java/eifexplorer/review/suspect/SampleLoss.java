package eifexplorer.review.suspect;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.training.MetricLosses;

/** The model's own loss of every training sample. */
final class SampleLoss implements SuspectDetector {
  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "loss", "High loss", "loss", "The model's loss of the image with its given label.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    FeatureMatrix embeddings = inputs.embeddings(context);
    double[] losses =
        MetricLosses.of(inputs.loss(), inputs.bundle().proxies())
            .perSample(Doubles.of(embeddings.toArray()), inputs.bundle().trainLabels());
    return SuspectScores.highIsSuspect(losses);
  }
}
