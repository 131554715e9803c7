package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/** Margin of the own class in a linear discriminant analysis of the features that leaves the sample out. */
final class LeaveOneOutDiscriminant implements SuspectDetector {
  static final String ID = "discriminant";

  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        ID,
        "Label margin (discriminant analysis)",
        "discriminant",
        "Log likelihood of the given label less that of the best other one, by a linear"
            + " discriminant analysis of all other images' features.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    return SuspectScores.lowIsSuspect(inputs.discriminantFit(context).margins(context));
  }
}
