package eifexplorer.cli;

import eifexplorer.influence.HarmConcentration;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.retrain.HarmSentence;
import eifexplorer.retrain.LeavingOut;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.retrain.TrialComparison;
import eifexplorer.retrain.TrialEffect;
import eifexplorer.retrain.TrialVerdict;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The verdicts on queries: whose the harm is, and whether leaving the harmful images out fixes the pairs. */
final class InfluenceVerdicts {
  /** Name of the verdict among a query's fields. */
  static final String FIELD = "verdict";

  private final ReweightTrials trials;
  private final ExplorerSession session;

  InfluenceVerdicts(ReweightTrials trials, ExplorerSession session) {
    this.trials = trials;
    this.session = session;
  }

  /**
   * A verdict as it is written.
   *
   * @param who whose the harm is, in a sentence
   * @param concentration the same in numbers; empty if no image harms
   * @param result {@code fixed}, {@code still_wrong}, {@code not_told_from_chance}; empty if no image harms
   * @param text what leaving out does, in a sentence
   * @param details all numbers, a line each
   * @param trials one a seed
   * @param random the same with images drawn at random
   */
  record Written(
      String who,
      Optional<HarmConcentration> concentration,
      String result,
      String text,
      List<String> details,
      List<TrialEffect> trials,
      List<TrialEffect> random) {
    /** As lines of text. */
    List<String> lines() {
      List<String> lines = new ArrayList<>(List.of(who));
      if (!text.isEmpty()) {
        lines.add(text);
      }
      details.forEach(line -> lines.add("  " + line));
      return lines;
    }
  }

  Written of(InfluenceQuery query, InfluenceScores scores, JobContext progress) {
    Optional<HarmConcentration> harm = HarmConcentration.of(scores, session.bundle().trainLabels());
    if (harm.isEmpty()) {
      return new Written("No training image harms", harm, "", "", List.of(), List.of(), List.of());
    }
    TrialComparison tried =
        trials.effects(session, LeavingOut.request(session, query, scores), progress);
    TrialVerdict verdict = TrialVerdict.of(session, LeavingOut.text(scores), tried);
    return new Written(
        HarmSentence.of(session, harm.get()),
        harm,
        verdict.result().name().toLowerCase(Locale.ROOT),
        verdict.text(),
        verdict.details(),
        tried.trials(),
        tried.controls());
  }
}
