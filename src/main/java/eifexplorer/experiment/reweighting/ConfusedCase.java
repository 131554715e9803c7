package eifexplorer.experiment.reweighting;

import eifexplorer.experiment.Target;
import eifexplorer.influence.InfluenceQuery;
import java.util.List;

/**
 * A pair or group whose distance is to be changed.
 *
 * @param key name in the units' keys
 * @param query its test pairs
 * @param target what it opens
 * @param cells what it is, in the columns of its experiment
 */
record ConfusedCase(String key, InfluenceQuery query, Target target, List<Object> cells) {
  ConfusedCase {
    cells = List.copyOf(cells);
  }
}
