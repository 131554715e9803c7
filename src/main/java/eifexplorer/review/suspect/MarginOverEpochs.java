package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/**
 * Area under the margin (AUM): the mean over training of a sample's margin. Pleiss, Zhang, Elenberg, Weinberger (NeurIPS
 * 2020).
 */
final class MarginOverEpochs implements SuspectDetector {
  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "aum",
        "Margin over epochs",
        "epochs",
        "Cosine to the own class's proxy less the largest other one, averaged over the epochs of a"
            + " short head trained on the features.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    return SuspectScores.lowIsSuspect(inputs.headRun(context).margins());
  }
}
