package eifexplorer.ui.explore.strips;

import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.session.ExplorerSession;
import java.util.Map;

/** Makes the estimators a person chooses; called from jobs. */
@FunctionalInterface
public interface EstimatorMaker {
  /**
   * An estimator for a session.
   *
   * @param id of its factory
   * @param options settings by name; those not given have their standard values
   * @throws eifexplorer.problem.ProblemException for a value out of range
   */
  InfluenceEstimator make(ExplorerSession session, String id, Map<String, String> options);
}
