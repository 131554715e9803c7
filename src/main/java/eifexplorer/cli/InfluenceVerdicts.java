package eifexplorer.cli;

import eifexplorer.export.ScoredQuery;
import eifexplorer.influence.HarmConcentration;
import eifexplorer.job.JobContext;
import eifexplorer.retrain.HarmSentence;
import eifexplorer.retrain.LeavingOut;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.retrain.TrialComparison;
import eifexplorer.retrain.TrialVerdict;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The verdicts on queries: whose the harm is, and whether leaving the harmful images out fixes the pairs. */
final class InfluenceVerdicts {
  private static final String NO_HARM = "No training image harms";

  private final ReweightTrials trials;
  private final ExplorerSession session;

  InfluenceVerdicts(ReweightTrials trials, ExplorerSession session) {
    this.trials = trials;
    this.session = session;
  }

  private Optional<HarmConcentration> harm(ScoredQuery result) {
    return HarmConcentration.of(result.scores(), session.bundle().trainLabels());
  }

  private TrialComparison tried(ScoredQuery result, JobContext progress) {
    return trials.effects(
        session, LeavingOut.request(session, result.query(), result.scores()), progress);
  }

  private TrialVerdict verdict(ScoredQuery result, TrialComparison tried) {
    return TrialVerdict.of(session, LeavingOut.text(result.scores()), tried);
  }

  /** Both sentences, and all numbers. */
  List<String> sentences(ScoredQuery result, JobContext progress) {
    Optional<HarmConcentration> harm = harm(result);
    if (harm.isEmpty()) {
      return List.of(NO_HARM);
    }
    TrialVerdict verdict = verdict(result, tried(result, progress));
    List<String> lines = new ArrayList<>();
    lines.add(HarmSentence.of(session, harm.get()));
    lines.add(verdict.text());
    verdict.details().forEach(line -> lines.add("  " + line));
    return lines;
  }

  /** The same as values for JSON, one a query. */
  List<Map<String, Object>> describe(List<ScoredQuery> results, JobContext progress) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (ScoredQuery result : results) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("query", result.query().title());
      Optional<HarmConcentration> harm = harm(result);
      one.put("who", harm.map(h -> HarmSentence.of(session, h)).orElse(NO_HARM));
      if (harm.isPresent()) {
        TrialComparison tried = tried(result, progress);
        TrialVerdict verdict = verdict(result, tried);
        one.put("concentration", harm.get());
        one.put("result", verdict.result().name().toLowerCase(Locale.ROOT));
        one.put("text", verdict.text());
        one.put("details", verdict.details());
        one.put("trials", tried.trials());
        one.put("random", tried.controls());
      }
      all.add(one);
    }
    return all;
  }
}
