package eifexplorer.ui.explore.confusions;

import java.util.Comparator;

/**
 * How a list is sorted now.
 *
 * @param by the order
 * @param descending largest first
 */
public record Sorting<R>(RowOrder<R> by, boolean descending) {
  /** An order in the direction it begins with. */
  static <R> Sorting<R> usual(RowOrder<R> by) {
    return new Sorting<>(by, by.largestFirst());
  }

  /** The same order the other way round. */
  Sorting<R> reversed() {
    return new Sorting<>(by, !descending);
  }

  Comparator<R> comparator() {
    return descending ? by.ascending().reversed() : by.ascending();
  }
}
