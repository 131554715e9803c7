package eifexplorer.review.suspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often the true label is among those suggested. */
public final class RelabelAccuracy {
  private static final String[] NAMES = {"margins_top1", "margins_top2", "knn_top1", "knn_top2"};

  private RelabelAccuracy() {}

  /**
   * Share of the wrong labels for which the true one is suggested, by name: {@code margins_top1} and {@code _top2} (the
   * first one or two labels other than the given one, by the label margins), {@code knn_top1}, {@code knn_top2}.
   *
   * @param truth training index to true label; those that were given right are left out
   * @return empty if no label is wrong
   */
  public static Map<String, Double> of(
      RelabelSuggestions suggestions, Map<Integer, Integer> truth) {
    int[] hits = new int[NAMES.length];
    int known = 0;
    for (Map.Entry<Integer, Integer> entry : truth.entrySet()) {
      RelabelSuggestion suggestion = suggestions.of(entry.getKey(), 3);
      int given = suggestion.given();
      int wanted = entry.getValue();
      if (given != wanted) {
        known++;
        hits[0] += place(suggestion.byMargins(), given, wanted, 1);
        hits[1] += place(suggestion.byMargins(), given, wanted, 2);
        hits[2] += place(suggestion.byNeighbours(), given, wanted, 1);
        hits[3] += place(suggestion.byNeighbours(), given, wanted, 2);
      }
    }
    Map<String, Double> accuracy = new LinkedHashMap<>();
    for (int k = 0; k < NAMES.length && known > 0; k++) {
      accuracy.put(NAMES[k], (double) hits[k] / known);
    }
    return accuracy;
  }

  private static int place(List<LabelLikelihood> likeliest, int given, int truth, int count) {
    return likeliest.stream()
            .map(LabelLikelihood::label)
            .filter(label -> label != given)
            .limit(count)
            .anyMatch(label -> label == truth)
        ? 1
        : 0;
  }
}
