package eifexplorer.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which rows of the gallery may be neighbours of a query: those whose key is another one. Immutable. */
public final class NeighbourFilter {
  /** Every row may. */
  static final NeighbourFilter ALL = new NeighbourFilter(null, false);

  /** Every row but the query itself, told by its index: a duplicate of it may. */
  static final NeighbourFilter OTHERS = new NeighbourFilter(null, true);

  private final int @Nullable [] labels;
  private final boolean excludes;

  private NeighbourFilter(int @Nullable [] labels, boolean excludes) {
    this.labels = labels;
    this.excludes = excludes;
  }

  /** Rows with another label [n] than the query, which is one of them. */
  static NeighbourFilter otherThan(int[] labels) {
    return new NeighbourFilter(labels.clone(), true);
  }

  /** Keys of rows {@code from} (included) to {@code to} (excluded) of either side; empty if every row may. */
  int[] keys(int from, int to) {
    if (!excludes) {
      return new int[0];
    }
    return labels == null
        ? IntStream.range(from, to).toArray()
        : Arrays.copyOfRange(labels, from, to);
  }

  /** True if {@code candidate}, a row of the gallery, may be a neighbour. */
  boolean accepts(int query, int candidate) {
    return !excludes || (labels == null ? query != candidate : labels[query] != labels[candidate]);
  }
}
