package eifexplorer.experiment;

import eifexplorer.job.JobContext;
import java.util.List;
import java.util.Map;

/**
 * A question that is answered by running something on a model many times; one class each, immutable. All there are:
 * {@code session.ExperimentService.all()}.
 */
public interface Experiment {
  /** Name on the command line and in files, such as {@code pair-confusion}. */
  String id();

  /** Name for people. */
  String title();

  /** What it answers, in one sentence. */
  String question();

  /** What can be chosen, in the order of a form. */
  List<Parameter> parameters();

  /**
   * Runs it. What is a unit of its own (a pair with an estimator, a seed and a rate) goes through {@code units}, so that a
   * later run does not do it again; the findings of an interrupted run that went on are those of an undisturbed one.
   *
   * @param values valid values of {@link #parameters}
   * @param observer gets what is known so far
   * @throws eifexplorer.problem.ProblemException if the model has nothing to ask about, or fewer classes than asked for
   * @throws eifexplorer.job.JobCancelledException when cancelled; finished units are kept
   */
  Findings run(
      ExperimentInputs inputs,
      ParameterValues values,
      FinishedUnits units,
      ExperimentObserver observer,
      JobContext context);

  /**
   * A kept run's values, with those that hold for parameters it does not name: a run of a version that had no such parameter
   * may have done another thing than the standard value of now says.
   *
   * @param kept values by name
   */
  default Map<String, String> completed(Map<String, String> kept) {
    return kept;
  }

  /**
   * Whether a unit of a run with other values on the same model is the same with these, so that it need not be done again.
   *
   * @param unit its key
   * @param other valid values of {@link #parameters} it was done with
   * @param values those of the run that could take it over
   */
  default boolean shares(String unit, ParameterValues other, ParameterValues values) {
    return false;
  }
}
