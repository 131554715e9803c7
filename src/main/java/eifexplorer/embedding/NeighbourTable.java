package eifexplorer.embedding;

/** The k nearest neighbours of every query, nearest first [n,k]; in a temporary file where the heap has no room. Immutable. */
public final class NeighbourTable {
  /** Stands where there are fewer than k neighbours. */
  public static final int NONE = -1;

  private final KeptNeighbours neighbours;

  /** Takes over what was found; nothing must be put any more. */
  NeighbourTable(KeptNeighbours neighbours) {
    this.neighbours = neighbours;
  }

  /** n. */
  public int rows() {
    return neighbours.rows();
  }

  /** k. */
  public int k() {
    return neighbours.k();
  }

  /** Row of the gallery that is nearest to {@code query} but for {@code position} others; {@link #NONE} if there is none. */
  public int index(int query, int position) {
    return neighbours.index(query, position);
  }

  /** Its distance by the metric of the search; not a number where there is none. */
  public double distance(int query, int position) {
    return neighbours.distance(query, position);
  }

  /** One column of {@link #index} [n], a copy. */
  public int[] column(int position) {
    int[] column = new int[rows()];
    for (int i = 0; i < column.length; i++) {
      column[i] = index(i, position);
    }
    return column;
  }
}
