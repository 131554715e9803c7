package eifexplorer.cli;

import eifexplorer.problem.ProblemException;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectDetector;
import eifexplorer.review.suspect.SuspectDetectors;
import java.util.List;
import java.util.stream.Stream;

/** Reads which detectors to sort by. */
final class Detectors {
  private Detectors() {}

  /** Names with weights, such as {@code centroid=2,knn=1}. */
  static RankWeights parse(String text) {
    RankWeights weights;
    try {
      weights = RankWeights.parse(text);
    } catch (ProblemException e) {
      throw new UsageException(e.getMessage());
    }
    List<String> known =
        Stream.concat(
                Stream.of(RankWeights.DEFAULT_ID, RankWeights.QUICK_ID),
                SuspectDetectors.all().stream().map(SuspectDetector::id))
            .toList();
    for (String id : weights.weights().keySet()) {
      if (!known.contains(id)) {
        throw UsageException.unknown("--detector", id, known);
      }
    }
    return weights;
  }
}
