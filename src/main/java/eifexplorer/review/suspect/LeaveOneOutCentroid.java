package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/** Margin of the own class's centroid cosine, computed without the sample, over the best other one's, -2..2. */
final class LeaveOneOutCentroid implements SuspectDetector {
  static final String ID = "centroid";

  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        ID,
        "Label margin (class centres)",
        "margin",
        "Cosine of the embedding to the other images of its class, less the cosine to the best"
            + " other class.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    return SuspectScores.lowIsSuspect(inputs.centroidFit(context).margins(context));
  }
}
