package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.Texts;
import java.util.Comparator;

/** The orders pairs can be listed in; ties go by test index. */
public enum PairOrder {
  NEAREST(
      Texts.of("Distance, nearest"), Comparator.comparingDouble(item -> item.pair().distance())),
  FARTHEST(
      Texts.of("Distance, farthest"), Comparator.comparingDouble(item -> -item.pair().distance())),
  CLASS(
      Texts.of("Class name"),
      Comparator.comparing(PairItem::wrongClass).thenComparing(PairItem::confusedClass)),
  WRONG_SHARE(
      Texts.of("Wrong share of the class"),
      Comparator.comparingDouble((PairItem item) -> -item.wrongShare())
          .thenComparing(PairItem::wrongClass)),
  /** Most suspects first, then nearest; pairs that are not explained yet come last. */
  SUSPECTS(Texts.of("Doubtful images, most"), NEAREST.comparator),
  TEST_INDEX(Texts.of("Test index"), Comparator.comparingInt(item -> item.pair().wrong()));

  private final String title;
  private final Comparator<PairItem> comparator;

  PairOrder(String title, Comparator<PairItem> comparator) {
    this.title = title;
    this.comparator = comparator.thenComparingInt(item -> item.pair().wrong());
  }

  /** The words in the list of orders. */
  public String title() {
    return title;
  }

  /** The order as far as it does not depend on what influence has shown so far. */
  Comparator<PairItem> comparator() {
    return comparator;
  }

  @Override
  public String toString() {
    return title;
  }
}
