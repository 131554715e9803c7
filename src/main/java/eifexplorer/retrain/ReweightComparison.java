package eifexplorer.retrain;

import java.util.List;

/**
 * Trials of a change, and as many of the same change made to images drawn at random.
 *
 * @param trials one a seed
 * @param controls one a seed, of images drawn anew each time
 */
public record ReweightComparison(List<ReweightOutcome> trials, List<ReweightOutcome> controls) {
  /** Copies the lists. */
  public ReweightComparison {
    trials = List.copyOf(trials);
    controls = List.copyOf(controls);
  }

  /** What both did. */
  public TrialComparison effects() {
    return new TrialComparison(
        trials.stream().map(ReweightOutcome::effect).toList(),
        controls.stream().map(ReweightOutcome::effect).toList());
  }
}
