package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/**
 * Confidence in the given label of logistic regressions on the features that did not see the sample: the usual recipe of
 * confident learning with its order by self-confidence. Northcutt, Jiang, Chuang: Confident Learning (JAIR 2021).
 */
final class LogisticConfidence implements SuspectDetector {
  static final String ID = "logistic";

  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        ID,
        "Out-of-fold logistic regression",
        "logistic",
        "Probability of the given label by a logistic regression on the features of the other four"
            + " fifths of the images.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    int[] labels = inputs.bundle().trainLabels();
    OutOfFold answers =
        OutOfFold.of(labels, inputs.classCount(), new LogisticOfFolds(inputs, context), context);
    double[] confidence = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      confidence[i] = answers.confidence(i);
    }
    return SuspectScores.lowIsSuspect(confidence);
  }
}
