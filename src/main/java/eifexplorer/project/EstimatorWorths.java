package eifexplorer.project;

import eifexplorer.experiment.attribution.ModelWorth;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the estimators' scores are worth on a session's model, as far as it was measured; called from jobs. */
public interface EstimatorWorths {
  /** What the session's workspace knows; nothing for an embedding bundle. */
  ModelWorth known(ExplorerSession session);

  /**
   * A measurement that is small enough to wait for: an estimator and those it should be held against, on 32 subsets with two
   * seeds each.
   *
   * @param id of the estimator
   * @param options its settings that are not the standard ones
   */
  Plan plan(ExplorerSession session, String id, Map<String, String> options, JobContext context);

  /**
   * Measures, or goes on with what was interrupted; kept in the workspace with the experiments.
   *
   * @return what is known then
   * @throws eifexplorer.problem.ProblemException if the model has nothing to ask about
   * @throws eifexplorer.job.JobCancelledException when cancelled; what is done is kept
   */
  ModelWorth measure(ExplorerSession session, Plan plan, JobContext context);

  /**
   * What is going to be measured.
   *
   * @param values of the experiment's parameters
   * @param kept heads that an interrupted measurement, or one of other estimators, trained already
   * @param trainings heads that are still to be trained
   * @param expected how long that takes here
   * @param leftOut sentences on estimators that are not measured too, as the model does not allow them
   */
  record Plan(
      Map<String, String> values,
      int kept,
      int trainings,
      Duration expected,
      List<String> leftOut) {
    /** Copies the values. */
    public Plan {
      values = Map.copyOf(values);
      leftOut = List.copyOf(leftOut);
    }
  }
}
