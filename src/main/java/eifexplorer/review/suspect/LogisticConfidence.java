package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;

/**
 * Confidence in the given label of logistic regressions on the features that did not see the sample: the usual recipe of
 * confident learning with its order by self-confidence. Northcutt, Jiang, Chuang: Confident Learning (JAIR 2021).
 */
final class LogisticConfidence implements SuspectDetector {
  static final String ID = "logistic";

  /** N F C at which a pass over the samples takes seconds; hundreds are needed. */
  private static final double LARGEST = 2e10;

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
    double size = (double) labels.length * inputs.classCount();
    if (size * inputs.bundle().trainFeatures().columns() > LARGEST) {
      throw new ProblemException(
          "Logistic regression takes too long for so many images and classes",
          labels.length + " images, " + inputs.classCount() + " classes",
          "Take out-of-fold: it asks the same of heads, in less time.");
    }
    OutOfFold answers =
        OutOfFold.of(labels, inputs.classCount(), new LogisticOfFolds(inputs, context), context);
    double[] confidence = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      confidence[i] = answers.confidence(i);
    }
    return SuspectScores.lowIsSuspect(confidence);
  }
}
