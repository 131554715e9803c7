package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import eifexplorer.review.copies.SameFiles;
import java.util.List;

/** Images whose file is there more than once, byte for byte, with different labels: one of them is wrong. */
final class ExactDuplicates implements SuspectDetector {
  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "duplicate",
        "Same file, another label",
        "duplicate",
        "How many files with the very same content carry another label.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    int[] labels = inputs.bundle().trainLabels();
    double[] others = new double[labels.length];
    for (List<Integer> same : SameFiles.groups(inputs.images(), context)) {
      for (int i : same) {
        others[i] = same.stream().filter(j -> labels[j] != labels[i]).count();
      }
    }
    return SuspectScores.highIsSuspect(others);
  }

  @Override
  public String format(double value) {
    return value == 0 ? "none" : (int) value + (value == 1 ? " file" : " files");
  }
}
