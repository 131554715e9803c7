package eifexplorer.embedding;

/** Takes the neighbours of one query after the other, for searches whose whole result is not kept. */
@FunctionalInterface
public interface NeighbourVisitor {
  /**
   * Called once for every query, from several threads and in any order.
   *
   * @param query row of the queries
   * @param indices rows of the gallery, nearest first: k of them, fewer if the gallery has no more
   * @param distances their distances by the metric of the search
   */
  void visit(int query, int[] indices, double[] distances);
}
