package eifexplorer.session;

import eifexplorer.dataset.InjectedNoise;
import eifexplorer.math.MatrixMath;
import eifexplorer.review.suspect.DetectionReport;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.RelabelAccuracy;
import eifexplorer.review.suspect.RelabelSuggestions;
import eifexplorer.review.suspect.ScoreKeeper;
import eifexplorer.review.suspect.SuspectInputs;
import eifexplorer.review.suspect.SuspectScores;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What detectors are given of a session, and how well they do where its wrong labels are known. */
public final class SessionSuspects {
  private SessionSuspects() {}

  /** Inputs of a session's model; pairs are explained when a detector asks for them. */
  public static SuspectInputs inputs(
      ExplorerSession session, PairSurveyor surveyor, MatrixMath math, String version) {
    return new SuspectInputs(
        session.bundle(),
        session.loss(),
        session.confusions(),
        session.estimator(),
        session.dataset().train().stream().map(session::image).toList(),
        job -> surveyor.survey(session, soFar -> {}, job)::pairsHarmed,
        math,
        session
            .workspace()
            .<ScoreKeeper>map(of -> new SuspectStore(of, session, math, version))
            .orElse(ScoreKeeper.NONE));
  }

  /** Which training labels are known to be wrong [N]; empty if nothing is known, or none is wrong. */
  public static Optional<boolean[]> knownWrong(ExplorerSession session) {
    Map<Integer, Integer> truth =
        session.dataset().noise().map(InjectedNoise::trueLabels).orElse(Map.of());
    boolean[] wrong = new boolean[session.dataset().train().size()];
    int[] labels = session.dataset().trainLabels();
    boolean any = false;
    for (Map.Entry<Integer, Integer> entry : truth.entrySet()) {
      wrong[entry.getKey()] = labels[entry.getKey()] != entry.getValue();
      any |= wrong[entry.getKey()];
    }
    return any ? Optional.of(wrong) : Optional.empty();
  }

  /**
   * How well each detector, and the quick and the default order if their detectors are there, finds the wrong labels that are
   * known.
   */
  public static Map<String, DetectionReport> detection(
      Map<String, SuspectScores> scores, RankWeights defaultOrder, boolean[] wrong) {
    Map<String, DetectionReport> reports = new LinkedHashMap<>();
    scores.forEach((id, of) -> reports.put(id, DetectionReport.of(of, wrong)));
    Map<String, RankWeights> orders = new LinkedHashMap<>();
    orders.put(RankWeights.QUICK_ID, RankWeights.QUICK);
    orders.put(RankWeights.DEFAULT_ID, defaultOrder);
    orders.forEach(
        (id, order) -> {
          if (scores.keySet().containsAll(order.weights().keySet())) {
            reports.put(id, DetectionReport.of(order.combine(scores), wrong));
          }
        });
    return reports;
  }

  /** Share of the wrong labels that are known for which the true one is suggested; see {@link RelabelAccuracy}. */
  public static Map<String, Double> relabelAccuracy(
      ExplorerSession session, RelabelSuggestions suggestions) {
    return RelabelAccuracy.of(
        suggestions, session.dataset().noise().map(InjectedNoise::trueLabels).orElse(Map.of()));
  }
}
