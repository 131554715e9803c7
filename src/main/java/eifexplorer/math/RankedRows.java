package eifexplorer.math;

/**
 * Rows [n,k] among which the nearest of others are searched, by ranks that are linear in their products; the smaller the rank,
 * the nearer. Immutable, safe for use from any thread. Made by {@link MatrixMath#rankedRows}.
 */
public interface RankedRows extends AutoCloseable {
  /**
   * What a product {@code s = q·g} tells of the rank of row g: {@code offset_g - scale_g s}, give or take a slack {@code
   * ‖q‖ slope_g + square (‖q‖ + length_g)²}.
   *
   * @param offsets [n]
   * @param scales [n]
   * @param slopes [n]
   * @param lengths [n]
   * @param square at least 0
   */
  record Bounds(
      double[] offsets, double[] scales, double[] slopes, double[] lengths, double square) {
    /** The rank that a product stands for. */
    public double rank(int row, double product) {
      return offsets[row] - scales[row] * product;
    }

    /** By how much the rank may be wrong. */
    public double slack(int row, double queryLength) {
      double sum = queryLength + lengths[row];
      return queryLength * slopes[row] + square * sum * sum;
    }
  }

  /**
   * Some queries.
   *
   * @param values [q,k], row major
   * @param lengths their euclidean lengths [q]
   * @param keys rows with the same key are not found [q]; empty: all are
   * @param thresholds rows whose rank is above it for certain are not found [q]
   */
  record Queries(float[] values, double[] lengths, int[] keys, double[] thresholds) {}

  /** Takes what is found. */
  @FunctionalInterface
  interface Found {
    /**
     * Rows of one query come in ascending order.
     *
     * @param query from 0 on
     * @param row from 0 on
     * @param lower no rank of this row is below
     * @param upper none is above
     */
    void add(int query, int row, double lower, double upper);
  }

  /**
   * Finds all rows that may be among the k with the smallest rank, and perhaps others. Bounds that are not numbers exclude
   * nothing.
   *
   * @param keys of these rows [n]; empty if the queries have none
   */
  void nearest(Queries queries, Bounds bounds, int[] keys, int k, Found found);

  @Override
  void close();
}
