package eifexplorer.experiment.reweighting;

import eifexplorer.experiment.PictureSheet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found of a case.
 *
 * @param of the case
 * @param trials by way and rate, one a seed
 * @param sheet its most harmful images; empty if it is not pictured
 */
record CaseOutcome(ConfusedCase of, Map<Way, List<Trial>> trials, Optional<PictureSheet> sheet) {
  /**
   * What was done to it.
   *
   * @param sets an estimator's id, or {@link ReweightingParameters#RANDOM}
   * @param rate learning rate
   */
  record Way(String sets, double rate) {}

  CaseOutcome {
    trials = Map.copyOf(trials);
  }

  /** Distance before any trial. */
  double before() {
    return trials.values().iterator().next().get(0).before();
  }

  /** Mean change of the distance over the seeds. */
  double change(Way way) {
    return Objects.requireNonNull(trials.get(way)).stream()
        .mapToDouble(Trial::change)
        .average()
        .orElseThrow();
  }
}
