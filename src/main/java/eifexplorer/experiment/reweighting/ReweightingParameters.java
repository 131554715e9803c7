package eifexplorer.experiment.reweighting;

import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.training.ReweightedRetraining;
import java.util.ArrayList;
import java.util.List;

/**
 * What is tried on every case.
 *
 * @param estimators those whose sets are tried, by id, with their short titles
 * @param leftOut sentences on those that the model does not allow
 * @param rates learning rates
 * @param seeds of batches and random sets
 * @param helpfulWeight of helpful samples
 * @param harmfulWeight of harmful samples
 * @param pictured cases whose most harmful images are shown
 */
record ReweightingParameters(
    List<Choice> estimators,
    List<String> leftOut,
    List<Double> rates,
    List<Integer> seeds,
    double helpfulWeight,
    double harmfulWeight,
    int pictured) {
  /** The control: random sets of the first estimator's sizes. */
  static final String RANDOM = "random";

  private static final String ESTIMATORS = "estimators";

  /** The parameters of both experiments, the number of cases first; {@code known} are the estimators to choose from. */
  static List<Parameter> describe(Parameter count, InfluenceEstimators known) {
    return List.of(
        count,
        Parameter.names(
            ESTIMATORS,
            "Estimators",
            "Whose helpful and harmful sets are tried, of the standard ones those that the loss"
                + " allows; random sets of the first one's sizes always are.",
            "eif,if",
            known.all().stream().map(one -> new Choice(one.id(), one.title())).toList()),
        Parameter.numbers(
            "rates",
            "Learning rates",
            "Adam's rate for the last layer (paper: 4e-5).",
            "4e-5",
            ReweightedRetraining.LEAST_RATE,
            1),
        Parameter.seeds("Of batches and random sets, comma-separated (0).", "0"),
        Parameter.number(
            "helpful-weight", "Helpful weight", "Of helpful samples (paper: 2).", "2", 0, 100),
        Parameter.number(
            "harmful-weight", "Harmful weight", "Of harmful samples (paper: 0).", "0", 0, 100),
        Parameter.whole(
            "pictures",
            "Pictured",
            "The first so many are shown with their most harmful images.",
            5,
            0,
            1000));
  }

  /** Of these values, with those estimators that the model allows. */
  static ReweightingParameters of(ExperimentInputs inputs, ParameterValues values) {
    FittingEstimators fitting = inputs.estimators(values, ESTIMATORS);
    return new ReweightingParameters(
        fitting.ids().stream()
            .map(id -> new Choice(id, inputs.estimators().byId(id).shortTitle()))
            .toList(),
        fitting.notes(),
        values.numbers("rates"),
        values.wholes("seeds"),
        values.number("helpful-weight"),
        values.number("harmful-weight"),
        values.whole("pictures"));
  }

  /** The estimators, and the control: whose sets are tried, by id. */
  List<Choice> ways() {
    List<Choice> ways = new ArrayList<>(estimators);
    ways.add(new Choice(RANDOM, RANDOM));
    return ways;
  }
}
