package eifexplorer.influence;

import java.util.List;
import java.util.Map;

/** Makes estimators of one kind; registered in {@link InfluenceEstimators}. */
public interface EstimatorFactory {
  /** Name on the command line, such as {@code eif}. */
  String id();

  /** Name for people. */
  String title();

  /** The same for a place that is small: {@code EIF}, {@code Gradient dot}. */
  String shortTitle();

  /** The id of the estimator whose scores these are, with the same settings; its own unless they are computed another way. */
  default String scoresOf() {
    return id();
  }

  /** Settings it takes. */
  List<EstimatorOption> options();

  /**
   * An estimator for one model.
   *
   * @param model the model, with what its estimators share
   * @param options values by name of {@link #options}; what is not there has its standard value
   * @throws eifexplorer.problem.ProblemException for an unknown option or a value out of range
   */
  InfluenceEstimator create(TrainingPasses model, Map<String, String> options);
}
