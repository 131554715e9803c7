package eifexplorer.experiment.mislabel;

import eifexplorer.review.suspect.DetectionReport;
import eifexplorer.review.suspect.SuspectScores;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well one order finds the wrong labels of a scenario.
 *
 * @param auroc chance that a wrong label is ranked before a right one, 0..1
 * @param averagePrecision mean precision at the wrong labels, 0..1
 * @param precisionAtN share of wrong labels among the first so many as there are wrong ones
 * @param found share of the wrong labels found when 0, 1, 2, … 100 % of the images are inspected [101]
 */
record Detection(double auroc, double averagePrecision, double precisionAtN, List<Double> found) {
  static final int PERCENT = 100;

  Detection {
    found = List.copyOf(found);
  }

  static Detection of(SuspectScores scores, boolean[] wrong) {
    DetectionReport report = DetectionReport.of(scores, wrong);
    int[] inspected =
        IntStream.rangeClosed(0, PERCENT + 1)
            .map(p -> p > PERCENT ? report.wrong() : Math.round((float) p * wrong.length / PERCENT))
            .toArray();
    double[] found = DetectionReport.foundAfter(scores, wrong, inspected);
    List<Double> shares = Arrays.stream(found).mapToObj(f -> f / report.wrong()).toList();
    return new Detection(
        report.auroc(),
        report.averagePrecision(),
        shares.get(PERCENT + 1),
        shares.subList(0, PERCENT + 1));
  }
}
