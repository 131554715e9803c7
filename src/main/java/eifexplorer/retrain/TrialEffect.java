package eifexplorer.retrain;

import eifexplorer.retrain.ReweightOutcome.PairChange;
import java.util.List;

/**
 * What a trial did: a {@link ReweightOutcome} without its last layer, small enough to be kept.
 *
 * @param seed of the trial
 * @param pairs distances and neighbours of the pairs asked for, in their order
 * @param recallBefore recall@1 of the test images before, 0..1
 * @param recallAfter the same afterwards
 */
public record TrialEffect(
    long seed, List<PairChange> pairs, double recallBefore, double recallAfter) {
  /** Copies the list. */
  public TrialEffect {
    pairs = List.copyOf(pairs);
  }

  /** Change of the mean distance over the pairs; above 0 if they were pushed apart. */
  public double change() {
    return pairs.stream().mapToDouble(PairChange::change).average().orElse(0);
  }

  /** Pairs whose first image has found its class. */
  public int fixed() {
    return (int) pairs.stream().filter(PairChange::isFixed).count();
  }
}
