package eifexplorer.review.suspect;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.Confusions;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.JobContext;
import java.util.function.IntUnaryOperator;

/** Counts harmed pairs pair by pair. */
final class HarmCount {
  private HarmCount() {}

  /** How many confused pairs each training sample is among the {@link InfluenceSurvey#HARMFUL_RANKS} most harmful of. */
  static IntUnaryOperator of(
      Confusions confusions, InfluenceEstimator estimator, int trainSize, JobContext context) {
    int[] counts = new int[trainSize];
    int done = 0;
    for (ConfusionPair pair : confusions.pairs()) {
      context.checkCancelled();
      InfluenceQuery query = InfluenceQuery.pair(pair.wrong(), pair.confusedWith());
      int[] harmful = estimator.estimate(query, context).harmful();
      for (int k = 0; k < Math.min(harmful.length, InfluenceSurvey.HARMFUL_RANKS); k++) {
        counts[harmful[k]]++;
      }
      context.progress(++done, confusions.pairs().size(), "pairs");
    }
    return i -> counts[i];
  }
}
