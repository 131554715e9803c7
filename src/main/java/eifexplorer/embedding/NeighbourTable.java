package eifexplorer.embedding;

/** The k nearest neighbours of every query, nearest first [n,k]; immutable. */
public final class NeighbourTable {
  /** Stands where there are fewer than k neighbours. */
  public static final int NONE = -1;

  private final int k;
  private final int[] indices;
  private final double[] distances;

  /** Takes over {@code indices} and {@code distances} [n,k]; the caller must not change them afterwards. */
  NeighbourTable(int k, int[] indices, double[] distances) {
    this.k = k;
    this.indices = indices;
    this.distances = distances;
  }

  /** n. */
  public int rows() {
    return indices.length / k;
  }

  /** k. */
  public int k() {
    return k;
  }

  /** Row of the gallery that is nearest to {@code query} but for {@code position} others; {@link #NONE} if there is none. */
  public int index(int query, int position) {
    return indices[query * k + position];
  }

  /** Its distance by the metric of the search; not a number where there is none. */
  public double distance(int query, int position) {
    return distances[query * k + position];
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
