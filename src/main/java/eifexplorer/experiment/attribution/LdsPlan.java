package eifexplorer.experiment.attribution;

import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.influence.FittingEstimators;
import java.util.List;

/**
 * What is measured.
 *
 * @param protocol how subsets are drawn and trained on
 * @param learnsProxies whether what learns from the start learns its proxies too; else they are those of all images, fixed; never one
 *     epoch on, which has the model's own
 * @param of whose distances: pairs, class-pairs or groups
 * @param subsets m
 * @param seeds k draws of the batches, seeds from 0 on
 * @param estimators whose scores are held against retraining
 * @param leftOut sentences on those that the model does not allow
 */
record LdsPlan(
    Protocol protocol,
    boolean learnsProxies,
    String of,
    int subsets,
    int seeds,
    List<EstimatorSetting> estimators,
    List<String> leftOut) {
  static final String PROTOCOL = "protocol";
  static final String PROXIES = "proxies";
  static final String FIXED = "fixed";
  static final String LEARNED = "learned";

  /** What a title says of proxies that learn. */
  static final String TOO = ", proxies too";

  static final String SUBSETS = "subsets";
  static final String SEEDS = "seeds";
  static final String ESTIMATORS = "estimators";

  /** How it is measured, for people. */
  String title() {
    return protocol.title() + (learnsProxies ? TOO : "");
  }

  /** What the proxies do. */
  static Parameter proxies() {
    return Parameter.name(
        PROXIES,
        "Proxies",
        "fixed: the last layer learns towards those that all images give, as scores take them;"
            + " learned: they learn on each part too. One epoch on has the model's own.",
        FIXED,
        List.of(
            new Choice(FIXED, "fixed, those of all images"), new Choice(LEARNED, "learned too")));
  }

  /** Of these values, with those estimators that the model allows. */
  static LdsPlan of(ExperimentInputs inputs, ParameterValues values) {
    FittingEstimators fitting = inputs.estimators(values, ESTIMATORS);
    Protocol protocol = Protocol.of(values.name(PROTOCOL));
    return new LdsPlan(
        protocol,
        protocol != Protocol.EPOCH && values.name(PROXIES).equals(LEARNED),
        values.name(LdsQuery.OF),
        values.whole(SUBSETS),
        values.whole(SEEDS),
        EstimatorSetting.all(fitting.ids()),
        fitting.notes());
  }
}
