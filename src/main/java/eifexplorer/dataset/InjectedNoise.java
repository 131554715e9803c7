package eifexplorer.dataset;

import java.util.HashMap;
import java.util.Map;

/**
 * Labels that were made wrong on purpose, with the truth kept.
 *
 * @param model how they were chosen, such as {@code shift5}
 * @param fraction share of training labels in 0..1
 * @param seed of the choice
 * @param trueLabels training index to true label, for the wrong ones only
 */
public record InjectedNoise(
    String model, double fraction, long seed, Map<Integer, Integer> trueLabels) {
  /** Copies the map. */
  public InjectedNoise {
    trueLabels = Map.copyOf(trueLabels);
  }

  /** The same noise after training samples got other indices; samples without a new one are dropped. */
  public InjectedNoise renumbered(Map<Integer, Integer> newIndices) {
    Map<Integer, Integer> moved = new HashMap<>();
    trueLabels.forEach(
        (index, label) -> {
          if (newIndices.containsKey(index)) {
            moved.put(newIndices.get(index), label);
          }
        });
    return new InjectedNoise(model, fraction, seed, moved);
  }
}
