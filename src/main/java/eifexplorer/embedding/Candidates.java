package eifexplorer.embedding;

import java.util.Arrays;

/**
 * Rows that may be among the k nearest of one query, given bounds of their distances rather than the distances.
 *
 * <p>A row whose lower bound is above the k-th smallest upper bound can't be; all others are kept, so whatever the
 * bounds' width, the k nearest are among the candidates.
 */
final class Candidates {
  private final int k;
  private int[] rows;
  private double[] lower;
  private double[] upper;
  private double[] scratch = new double[0];
  private int size;
  private double threshold = Double.POSITIVE_INFINITY;

  Candidates(int k) {
    this.k = k;
    int capacity = 2 * k + 64;
    rows = new int[capacity];
    lower = new double[capacity];
    upper = new double[capacity];
  }

  /** Rows with a lower bound above it need not be offered. */
  double threshold() {
    return threshold;
  }

  /** Adds a row; bounds that are not numbers (after an overflow) exclude nothing. */
  void add(int row, double lowerBound, double upperBound) {
    if (size == rows.length) {
      prune();
      if (size > rows.length / 2) {
        grow();
      }
    }
    rows[size] = row;
    lower[size] = lowerBound;
    upper[size] = Double.isNaN(upperBound) ? Double.POSITIVE_INFINITY : upperBound;
    size++;
  }

  /** Adds those that are left of another search for the same query, over other rows. */
  void addAll(Candidates others) {
    others.prune();
    for (int i = 0; i < others.size; i++) {
      if (!(others.lower[i] > threshold)) {
        add(others.rows[i], others.lower[i], others.upper[i]);
      }
    }
  }

  /** The rows that are left, in the order they were added. */
  int[] remaining() {
    prune();
    return Arrays.copyOf(rows, size);
  }

  private void prune() {
    if (size < k) {
      return;
    }
    if (scratch.length < size) {
      scratch = new double[rows.length];
    }
    System.arraycopy(upper, 0, scratch, 0, size);
    threshold = Selection.smallest(scratch, size, k - 1);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!(lower[i] > threshold)) {
        rows[kept] = rows[i];
        lower[kept] = lower[i];
        upper[kept] = upper[i];
        kept++;
      }
    }
    size = kept;
  }

  private void grow() {
    int capacity = rows.length * 2;
    rows = Arrays.copyOf(rows, capacity);
    lower = Arrays.copyOf(lower, capacity);
    upper = Arrays.copyOf(upper, capacity);
  }
}
