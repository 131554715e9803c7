package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/** Margin of the own label in the vote of the nearest neighbours among whitened features. */
final class WhitenedNeighbours implements SuspectDetector {
  static final String ID = "whitened-knn";

  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        ID,
        "Label margin (whitened neighbours)",
        "whitened neighbours",
        "Log share of the given label in the vote of the 50 nearest images, less that of the best"
            + " other one, after the scatter within classes is taken out of the features.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    return SuspectScores.lowIsSuspect(inputs.whitenedVote(context).margins(context));
  }
}
