package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/** Margin of the own class in a ridge regression on the features that leaves the sample out. */
final class LeaveOneOutRidge implements SuspectDetector {
  static final String ID = "ridge";

  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        ID,
        "Label margin (ridge regression)",
        "ridge",
        "Prediction of the given label by a ridge regression on all other images' features, less"
            + " that of the best other label.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    return SuspectScores.lowIsSuspect(inputs.ridgeFit(context).margins(context));
  }
}
