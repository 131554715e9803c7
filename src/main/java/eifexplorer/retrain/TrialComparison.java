package eifexplorer.retrain;

import eifexplorer.confusion.QueryRetrieval;
import eifexplorer.retrain.HeadComparison.Spread;
import eifexplorer.retrain.ReweightOutcome.PairChange;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a change of training images did to some pairs, held against what the same change of images drawn at random did.
 *
 * @param trials one a seed, at least one
 * @param controls one a seed, of images drawn anew each time
 */
public record TrialComparison(List<TrialEffect> trials, List<TrialEffect> controls) {
  /** Copies the lists. */
  public TrialComparison {
    trials = List.copyOf(trials);
    controls = List.copyOf(controls);
  }

  /** Number of seeds. */
  public int seeds() {
    return trials.size();
  }

  /** Mean distance of the pairs before, 0..4. */
  public double distanceBefore() {
    return trials.get(0).pairs().stream().mapToDouble(PairChange::before).average().orElse(0);
  }

  /** Mean distance of the pairs after a trial, 0..4. */
  public double distanceAfter(int trial) {
    return distanceBefore() + trials.get(trial).change();
  }

  /** The same over all trials. */
  public double distanceAfter() {
    return distanceBefore() + Spread.of(changes()).mean();
  }

  /** Changes of the trials, one a seed. */
  public double[] changes() {
    return values(trials, TrialEffect::change);
  }

  /** Changes of the controls, one a seed. */
  public double[] controlChanges() {
    return values(controls, TrialEffect::change);
  }

  private static double[] values(List<TrialEffect> of, ToDoubleFunction<TrialEffect> value) {
    return of.stream().mapToDouble(value).toArray();
  }

  /** Recall@1 over the trials, 0..1. */
  public Spread recall() {
    return Spread.of(values(trials, TrialEffect::recallAfter));
  }

  /** Recall@1 over the controls, 0..1. */
  public Spread controlRecall() {
    return Spread.of(values(controls, TrialEffect::recallAfter));
  }

  /** Whether random sets do as much. */
  public Chance chance() {
    return Chance.of(changes(), controlChanges());
  }

  /** The place of the trial whose change is in the middle. */
  public int median() {
    double[] changes = changes();
    return IntStream.range(0, changes.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> changes[i]))
        .toList()
        .get(changes.length / 2);
  }

  /** Median rank of the first neighbour of the right class before, over the pairs; 0 if there is none. */
  public double rankBefore() {
    return rank(trials.subList(0, 1), PairChange::foundBefore);
  }

  /** The same over the pairs of all trials. */
  public double rankAfter() {
    return rank(trials, PairChange::foundAfter);
  }

  /** The same over the pairs of all controls. */
  public double rankAfterRandom() {
    return rank(controls, PairChange::foundAfter);
  }

  private static double rank(List<TrialEffect> of, Function<PairChange, QueryRetrieval> found) {
    int[] ranks =
        of.stream()
            .flatMap(effect -> effect.pairs().stream())
            .mapToInt(pair -> found.apply(pair).rank())
            .filter(rank -> rank > 0)
            .sorted()
            .toArray();
    int middle = ranks.length / 2;
    if (ranks.length == 0) {
      return 0;
    }
    return ranks.length % 2 == 1 ? ranks[middle] : (ranks[middle - 1] + ranks[middle]) / 2.0;
  }

  /** Pairs fixed, mean over the trials: with one pair, the share of the seeds that fix it. */
  public double fixed() {
    return Spread.of(values(trials, TrialEffect::fixed)).mean();
  }

  /** Pairs that random sets fix, mean over the controls. */
  public double fixedAtRandom() {
    return Spread.of(values(controls, TrialEffect::fixed)).mean();
  }
}
