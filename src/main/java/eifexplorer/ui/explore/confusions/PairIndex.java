package eifexplorer.ui.explore.confusions;

import static java.util.Objects.requireNonNull;

import eifexplorer.confusion.ClassSummary;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.confusion.Confusions;
import eifexplorer.dataset.Sample;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pairs, class pairs and classes of a session, ready to be listed in every order; made in the background, since there
 * may be tens of thousands. Immutable.
 */
public final class PairIndex {
  /** What there is before a session is opened. */
  static final PairIndex EMPTY =
      new PairIndex(
          List.of(),
          new ConfusionTable(new Confusions(new int[0], new int[0], List.of())),
          Map.of(),
          List.of(),
          "");

  private final List<PairItem> items;
  private final Map<Integer, String> names;
  private final List<Sample> training;
  private final String measured;
  private final int distinct;
  private final List<ClassPairRow> classPairs;
  private final List<ClassRow> classes;
  private final ClassMatrix matrix;
  private final Map<PairOrder, List<PairItem>> ordered = new EnumMap<>(PairOrder.class);
  private final Map<PairKey, PairItem> byKey = new HashMap<>();

  private PairIndex(
      List<PairItem> items,
      ConfusionTable table,
      Map<Integer, String> names,
      List<Sample> training,
      String measured) {
    this.items = items;
    this.names = names;
    this.training = training;
    this.measured = measured;
    distinct = items.size() - (int) items.stream().filter(PairItem::mutual).count() / 2;
    classPairs = table.classPairs().stream().map(p -> ClassPairRow.of(p, names::get)).toList();
    classes = table.classes().stream().map(c -> ClassRow.of(c, names::get)).toList();
    matrix = ClassMatrix.of(table, names::get, distinct);
    for (PairOrder order : PairOrder.values()) {
      ordered.put(order, items.stream().sorted(order.comparator()).toList());
    }
    for (PairItem item : items) {
      byKey.put(item.key(), item);
    }
  }

  /** The pairs of a session. */
  public static PairIndex of(ExplorerSession session) {
    ConfusionTable table = new ConfusionTable(session.confusions());
    Map<Integer, Double> wrongShares =
        table.classes().stream()
            .collect(Collectors.toMap(ClassSummary::label, ClassSummary::wrongShare));
    Map<Integer, String> names = new HashMap<>();
    session.dataset().classes().forEach(c -> names.put(c.label(), c.displayName()));
    List<PairItem> items =
        session.pairs().stream()
            .map(
                pair ->
                    PairItem.of(session, pair, requireNonNull(wrongShares.get(pair.wrongLabel()))))
            .toList();
    String measured =
        Texts.of(
            "R@1 {0} on {1}.",
            Texts.percent(session.recallAt1()), Texts.said(session.measuredOn()));
    return new PairIndex(items, table, names, session.dataset().train(), measured);
  }

  /** What share is right: {@code R@1 67.6 % on 1,485 of 1,487 test images, 2 left out.} */
  String measured() {
    return measured;
  }

  /** Every pair, by ascending test index. */
  public List<PairItem> items() {
    return items;
  }

  /** How many pairs there are if those of the same two images are counted once. */
  int distinct() {
    return distinct;
  }

  /** A training image. */
  Sample training(int index) {
    return training.get(index);
  }

  /** Index of the training image with this path, if there is one. */
  OptionalInt trainIndex(String path) {
    return IntStream.range(0, training.size())
        .filter(i -> training.get(i).path().equals(path))
        .findFirst();
  }

  /** Every pair in an order, as far as it does not depend on what influence has shown so far. */
  List<PairItem> inOrder(PairOrder order) {
    return requireNonNull(ordered.get(order));
  }

  /** The pair of two images. */
  Optional<PairItem> item(PairKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The class pairs, most frequent first. */
  List<ClassPairRow> classPairs() {
    return classPairs;
  }

  /** The class pair of two labels, if there is one. */
  Optional<ClassPairRow> classPair(int wrongLabel, int confusedLabel) {
    return classPairs.stream()
        .filter(row -> row.count().wrongLabel() == wrongLabel)
        .filter(row -> row.count().confusedLabel() == confusedLabel)
        .findFirst();
  }

  /** The class of a label, if it was searched for. */
  Optional<ClassRow> classOf(int label) {
    return classes.stream().filter(row -> row.summary().label() == label).findFirst();
  }

  /** Every class that was searched for, most wrong first. */
  List<ClassRow> classes() {
    return classes;
  }

  /** The classes with most wrong images against each other. */
  ClassMatrix matrix() {
    return matrix;
  }

  /** The class of this name, if there is one. */
  OptionalInt label(@Nullable String className) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(className))
        .mapToInt(Map.Entry::getKey)
        .min();
  }

  /** The names of all classes. */
  Collection<String> classNames() {
    return names.values();
  }

  /** The name of a class. */
  String className(int label) {
    return requireNonNull(names.get(label));
  }
}
