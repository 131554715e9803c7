package eifexplorer.embedding;

/** Which rows of the gallery may be neighbours of a query. */
@FunctionalInterface
public interface NeighbourFilter {
  /** Every row may. */
  NeighbourFilter ALL = (query, candidate) -> true;

  /** Every row but the query itself, told by its index: a duplicate of it may. */
  NeighbourFilter OTHERS = (query, candidate) -> query != candidate;

  /** True if {@code candidate}, a row of the gallery, may be a neighbour; called from several threads. */
  boolean accepts(int query, int candidate);
}
