package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/**
 * TracIn self-influence: how much a step on a sample would lower its own loss, summed over checkpoints. Pruthi, Liu, Kale,
 * Sundararajan (NeurIPS 2020).
 */
final class SelfInfluence implements SuspectDetector {
  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "tracin",
        "Self-influence",
        "self",
        "Squared length of the gradient of the image's own loss at the last layer, summed over the"
            + " epochs of a short head.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    return SuspectScores.highIsSuspect(inputs.headRun(context).selfInfluence());
  }
}
