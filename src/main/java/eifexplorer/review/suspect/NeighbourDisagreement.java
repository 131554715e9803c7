package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/** Share of the weighted neighbours' vote that the given label does not get. */
final class NeighbourDisagreement implements SuspectDetector {
  private static final int SHOWN = 5;

  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "knn",
        "Neighbours disagree",
        "neighbours",
        "How many of the five nearest training images share the label; ordered by the weighted vote"
            + " of as many neighbours as a class has images.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    VoteShares vote = inputs.vote(context);
    int[] labels = inputs.bundle().trainLabels();
    double[] suspicion = new double[labels.length];
    double[] agreeing = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      suspicion[i] = 1 - vote.row(i)[labels[i]];
      agreeing[i] = vote.agreeing(i, SHOWN);
    }
    return new SuspectScores(suspicion, agreeing);
  }

  @Override
  public String format(double value) {
    return (int) value + "/" + SHOWN;
  }
}
