package eifexplorer.experiment.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A training class some of whose images the neighbours give another label.
 *
 * @param label of the class
 * @param size number of its images
 * @param images those with another label recommended, ascending
 * @param target the label that is recommended most often for them; the smaller one of equals
 * @param toTarget for how many
 * @param second how often the second most frequent label of the class is recommended, its own among them
 */
record RelabelledClass(
    int label, int size, List<Integer> images, int target, int toTarget, int second) {
  /** How the recommendations of a class are spread. */
  enum Kind {
    /** A tenth of the class or more, as a rule nine in ten of them to one other class. */
    CENTRALISED("centralised"),
    /** A tenth of the class or more, to several others. */
    DIVERSIFIED("diversified"),
    /** A twentieth of the class or less. */
    INDIVIDUAL("individual"),
    /** Between a twentieth and a tenth. */
    OTHER("other");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** Copies the list. */
  RelabelledClass {
    images = List.copyOf(images);
  }

  /** Share of the class for which another label is recommended, 0..1. */
  double share() {
    return (double) images.size() / size;
  }

  /**
   * The kind by the reference's rule. It takes the second most frequent label for the one the class's images go to, which is
   * so unless half of the class or more would move: look at {@link #toTarget} then.
   */
  Kind kind() {
    double share = share();
    if (share >= .1) {
      return (double) second / size >= .9 * share ? Kind.CENTRALISED : Kind.DIVERSIFIED;
    }
    return share <= .05 ? Kind.INDIVIDUAL : Kind.OTHER;
  }

  /**
   * The classes with at least one such image, by label.
   *
   * @param labels [N]
   * @param recommended [N]
   */
  static List<RelabelledClass> of(int[] labels, int[] recommended) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    Map<Integer, List<Integer>> moved = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      sizes.merge(labels[i], 1, Integer::sum);
      if (recommended[i] != labels[i]) {
        moved.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
      }
    }
    return moved.entrySet().stream()
        .map(
            entry ->
                of(
                    entry.getKey(),
                    sizes.getOrDefault(entry.getKey(), 0),
                    entry.getValue(),
                    recommended))
        .toList();
  }

  private static RelabelledClass of(int label, int size, List<Integer> images, int[] recommended) {
    Map<Integer, Integer> counts =
        images.stream()
            .collect(Collectors.toMap(i -> recommended[i], i -> 1, Integer::sum, TreeMap::new));
    Map.Entry<Integer, Integer> most =
        counts.entrySet().stream()
            .max(
                Map.Entry.<Integer, Integer>comparingByValue()
                    .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
            .orElseThrow();
    int second =
        Stream.concat(counts.values().stream(), Stream.of(size - images.size()))
            .sorted(Comparator.reverseOrder())
            .skip(1)
            .findFirst()
            .orElseThrow();
    return new RelabelledClass(label, size, images, most.getKey(), most.getValue(), second);
  }

  /** Most of the class first; ties by label. */
  static final Comparator<RelabelledClass> BY_SHARE =
      Comparator.comparingDouble(RelabelledClass::share)
          .reversed()
          .thenComparingInt(RelabelledClass::label);
}
