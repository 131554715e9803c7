package eifexplorer.confusion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Confusions counted by class; immutable. */
public final class ConfusionTable {
  /** Confusion classes that are looked at, most frequent first, before all are kept. */
  private static final int MOST_CONFUSION_CLASSES = 10;

  private final List<ClassPairCount> pairs;
  private final List<ClassSummary> classes;
  private final Map<Integer, Map<Integer, ClassPairCount>> byWrong = new TreeMap<>();

  /** Counts. */
  public ConfusionTable(Confusions confusions) {
    for (ConfusionPair pair : confusions.pairs()) {
      byWrong
          .computeIfAbsent(pair.wrongLabel(), label -> new TreeMap<>())
          .merge(
              pair.confusedLabel(),
              new ClassPairCount(pair.wrongLabel(), pair.confusedLabel(), 1, pair.distance()),
              ConfusionTable::together);
    }
    this.pairs =
        byWrong.values().stream()
            .flatMap(row -> row.values().stream())
            .sorted(ClassPairCount.BY_COUNT)
            .toList();
    this.classes = summaries(confusions);
  }

  /** Pairs of classes that are confused, most frequent first; ties by wrong class, then by confused class. */
  public List<ClassPairCount> classPairs() {
    return pairs;
  }

  /** Every class that was searched for, most wrong samples first; ties by class. */
  public List<ClassSummary> classes() {
    return classes;
  }

  /** The classes with wrong samples among {@link #classes}, at most {@code limit}. */
  public List<ClassSummary> wrongClasses(int limit) {
    return classes.stream().filter(summary -> summary.wrong() > 0).limit(limit).toList();
  }

  /**
   * The classes among {@link #classes} with wrong samples, or that samples are confused with; at most {@code limit}, those
   * with most wrong samples.
   */
  public List<ClassSummary> confusedClasses(int limit) {
    Set<Integer> confusedWith = new HashSet<>();
    pairs.forEach(pair -> confusedWith.add(pair.confusedLabel()));
    return classes.stream()
        .filter(summary -> summary.wrong() > 0 || confusedWith.contains(summary.label()))
        .limit(limit)
        .toList();
  }

  /** How many wrong samples of one class have their nearest neighbour in the other. */
  public int count(int wrongLabel, int confusedLabel) {
    ClassPairCount pair = byWrong.getOrDefault(wrongLabel, Map.of()).get(confusedLabel);
    return pair == null ? 0 : pair.count();
  }

  /**
   * Share of each wrong class's wrong samples that are confused with each class, 0..1 [wrong,confused]; rows of a class
   * without wrong samples are 0. The original code stores the same numbers negated.
   */
  public double[][] shares(List<Integer> wrongLabels, List<Integer> confusedLabels) {
    double[][] shares = new double[wrongLabels.size()][confusedLabels.size()];
    for (int i = 0; i < shares.length; i++) {
      int wrong = wrong(wrongLabels.get(i));
      for (int j = 0; j < shares[i].length && wrong > 0; j++) {
        shares[i][j] = (double) count(wrongLabels.get(i), confusedLabels.get(j)) / wrong;
      }
    }
    return shares;
  }

  /**
   * The classes that more than half of a class's wrong samples are confused with: by count, ties by class, up to and
   * including the first that brings the sum over one half. All that were looked at, at most ten, if none does.
   */
  public List<Integer> confusionClasses(int wrongLabel) {
    List<ClassPairCount> sorted =
        byWrong.getOrDefault(wrongLabel, Map.of()).values().stream()
            .sorted(ClassPairCount.BY_COUNT)
            .limit(MOST_CONFUSION_CLASSES)
            .toList();
    int wrong = wrong(wrongLabel);
    List<Integer> kept = new ArrayList<>();
    int sum = 0;
    for (ClassPairCount pair : sorted) {
      kept.add(pair.confusedLabel());
      sum += pair.count();
      if (2 * sum > wrong) {
        break;
      }
    }
    return kept;
  }

  private int wrong(int label) {
    return byWrong.getOrDefault(label, Map.of()).values().stream()
        .mapToInt(ClassPairCount::count)
        .sum();
  }

  private List<ClassSummary> summaries(Confusions confusions) {
    Map<Integer, Integer> samples = new TreeMap<>();
    for (int i = 0; i < confusions.sampleCount(); i++) {
      if (confusions.isQuery(i)) {
        samples.merge(confusions.label(i), 1, Integer::sum);
      }
    }
    return samples.entrySet().stream()
        .map(
            entry ->
                new ClassSummary(
                    entry.getKey(),
                    entry.getValue(),
                    wrong(entry.getKey()),
                    confusionClasses(entry.getKey())))
        .sorted(ClassSummary.BY_WRONG)
        .toList();
  }

  private static ClassPairCount together(ClassPairCount a, ClassPairCount b) {
    int count = a.count() + b.count();
    double sum = a.meanDistance() * a.count() + b.meanDistance() * b.count();
    return new ClassPairCount(a.wrongLabel(), a.confusedLabel(), count, sum / count);
  }
}
