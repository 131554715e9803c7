package eifexplorer.review.suspect;

import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.JobContext;

/** In how many confused pairs a training image is among the most harmful, by EIF. */
final class HarmfulPairs implements SuspectDetector {
  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "harmful",
        "Harmful",
        "harmful",
        "In how many confused pairs the image is among the "
            + InfluenceSurvey.HARMFUL_RANKS
            + " most harmful.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    double[] pairs = new double[inputs.size()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = inputs.pairsHarmed(i, context);
    }
    return SuspectScores.highIsSuspect(pairs);
  }

  @Override
  public String format(double value) {
    return (int) value + (value == 1 ? " pair" : " pairs");
  }
}
