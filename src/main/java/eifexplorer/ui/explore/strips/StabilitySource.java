package eifexplorer.ui.explore.strips;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.ScoreStability;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import java.util.Map;
import java.util.Optional;

/** Finds out how far scores hold when they are computed otherwise; called from jobs. */
@FunctionalInterface
public interface StabilitySource {
  /**
   * The stability of a query's scores; empty if there is nothing to hold them against.
   *
   * @param id the estimator's
   * @param options the settings it was made with
   */
  Optional<ScoreStability> of(
      ExplorerSession session,
      String id,
      Map<String, String> options,
      InfluenceQuery query,
      InfluenceScores scores,
      JobContext context);
}
