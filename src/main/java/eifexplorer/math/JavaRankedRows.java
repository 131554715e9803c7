package eifexplorer.math;

/** Rows in Java's memory; products by some {@link MatrixMath}. */
record JavaRankedRows(MatrixMath math, float[] rows, int n, int k) implements RankedRows {
  @Override
  public void nearest(Queries queries, Bounds bounds, int[] keys, int nearest, Found found) {
    int count = queries.lengths().length;
    float[] products = new float[count * n];
    math.timesTransposed(queries.values(), count, rows, n, k, products);
    for (int q = 0; q < count; q++) {
      offer(q, products, queries, bounds, keys, found);
    }
  }

  private void offer(
      int q, float[] products, Queries queries, Bounds bounds, int[] keys, Found found) {
    double length = queries.lengths()[q];
    double[] thresholds = queries.thresholds();
    boolean all = queries.keys().length == 0;
    for (int row = 0; row < n; row++) {
      double rank = bounds.rank(row, products[q * n + row]);
      double slack = bounds.slack(row, length);
      // Asked anew each time: what is found may lower it.
      if (!(rank - slack > thresholds[q]) && (all || queries.keys()[q] != keys[row])) {
        found.add(q, row, rank - slack, rank + slack);
      }
    }
  }

  @Override
  public void close() {
    // The garbage collector does it.
  }
}
