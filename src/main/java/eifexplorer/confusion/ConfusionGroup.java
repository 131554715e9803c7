package eifexplorer.confusion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class and classes it is confused with, explained together.
 *
 * @param wrongLabel class of the wrong samples
 * @param confusionLabels classes of their nearest neighbours, in order
 */
public record ConfusionGroup(int wrongLabel, List<Integer> confusionLabels) {
  /** Copies the list. */
  public ConfusionGroup {
    confusionLabels = List.copyOf(confusionLabels);
  }

  /**
   * The group's pairs: confusion class after confusion class, within each by ascending index of the wrong sample. The
   * mean over them all is what influence on a group explains.
   */
  public List<ConfusionPair> pairs(Confusions confusions) {
    Map<Integer, List<ConfusionPair>> byConfused = new LinkedHashMap<>();
    confusionLabels.forEach(label -> byConfused.put(label, new ArrayList<>()));
    for (ConfusionPair pair : confusions.pairs()) {
      if (pair.wrongLabel() == wrongLabel && byConfused.containsKey(pair.confusedLabel())) {
        byConfused.get(pair.confusedLabel()).add(pair);
      }
    }
    return byConfused.values().stream().flatMap(List::stream).toList();
  }
}
