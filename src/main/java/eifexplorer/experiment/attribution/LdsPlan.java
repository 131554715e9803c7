package eifexplorer.experiment.attribution;

import eifexplorer.experiment.ParameterValues;
import java.util.List;

/**
 * What is measured.
 *
 * @param protocol how subsets are drawn and trained on
 * @param of whose distances: pairs, class-pairs or groups
 * @param subsets m
 * @param seeds k draws of the batches, seeds from 0 on
 * @param estimators whose scores are held against retraining
 */
record LdsPlan(
    Protocol protocol, String of, int subsets, int seeds, List<EstimatorSetting> estimators) {
  static final String PROTOCOL = "protocol";
  static final String SUBSETS = "subsets";
  static final String SEEDS = "seeds";
  static final String ESTIMATORS = "estimators";

  static LdsPlan of(ParameterValues values) {
    return new LdsPlan(
        Protocol.of(values.name(PROTOCOL)),
        values.name(LdsQuery.OF),
        values.whole(SUBSETS),
        values.whole(SEEDS),
        EstimatorSetting.all(values.names(ESTIMATORS)));
  }
}
