package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;

/**
 * Confidence in the given label of heads that did not see the sample, ordered as confident learning does: labels that
 * another class is confidently preferred to come first. Northcutt, Jiang, Chuang: Confident Learning (JAIR 2021).
 */
final class OutOfFoldConfidence implements SuspectDetector {
  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "out-of-fold",
        "Out-of-fold confidence",
        "confidence",
        "Probability of the given label by a head trained on the other four fifths of the images.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    int[] labels = inputs.bundle().trainLabels();
    OutOfFold answers =
        OutOfFold.of(labels, inputs.classCount(), new HeadsOfFolds(inputs, context), context);
    boolean[] confidentlyOther = answers.confidentlyOther();
    double[] suspicion = new double[labels.length];
    double[] confidence = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      confidence[i] = answers.confidence(i);
      suspicion[i] = (confidentlyOther[i] ? 1 : 0) - confidence[i];
    }
    return new SuspectScores(suspicion, confidence);
  }
}
