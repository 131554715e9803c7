package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All detectors: a new one is a class and a line here. */
public final class SuspectDetectors {
  private static final List<SuspectDetector> ALL =
      List.of(
          new LeaveOneOutCentroid(),
          new LeaveOneOutRidge(),
          new NoiseModelMargin(),
          new LeaveOneOutWhitenedCentroid(),
          new LeaveOneOutDiscriminant(),
          new WhitenedNeighbours(),
          new NeighbourDisagreement(),
          new SampleLoss(),
          new MarginOverEpochs(),
          new SelfInfluence(),
          new OutOfFoldConfidence(),
          new LogisticConfidence(),
          new HarmfulPairs(),
          new WorstGroupInfluence(),
          new ExactDuplicates(),
          new NearDuplicates());

  private SuspectDetectors() {}

  /** All, those of the quick order first. */
  public static List<SuspectDetector> all() {
    return ALL;
  }

  /** One by its id. Throws {@link ProblemException} naming all if there is none. */
  public static SuspectDetector byId(String id) {
    return ALL.stream()
        .filter(detector -> detector.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badValue(
                    "detector",
                    id,
                    RankWeights.DEFAULT_ID
                        + ", "
                        + RankWeights.QUICK_ID
                        + ", "
                        + ALL.stream().map(SuspectDetector::id).collect(Collectors.joining(", "))));
  }

  /**
   * Runs these detectors one after the other.
   *
   * @return scores by detector id, in the order asked for
   */
  public static Map<String, SuspectScores> run(
      Iterable<String> ids, SuspectInputs inputs, JobContext context) {
    Map<String, SuspectScores> scores = new LinkedHashMap<>();
    for (String id : ids) {
      context.checkCancelled();
      SuspectDetector detector = byId(id);
      context.log(detector.info().title());
      scores.put(id, detector.scores(inputs, context));
    }
    return scores;
  }
}
