package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/** Margin of the own class's centroid cosine among whitened features, computed without the sample, -2..2. */
final class LeaveOneOutWhitenedCentroid implements SuspectDetector {
  static final String ID = "whitened";

  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        ID,
        "Label margin (whitened class centres)",
        "whitened",
        "Cosine to the other images of its class, less the cosine to the best other class, after"
            + " the scatter within classes is taken out of the features.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    return SuspectScores.lowIsSuspect(inputs.whitenedCentroidFit(context).margins(context));
  }
}
