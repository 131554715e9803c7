package eifexplorer.math;

import java.util.Arrays;

/**
 * Indices in the order of the numbers they stand for, without an object per number. Numbers compare as {@link
 * Double#compare} has it, equal ones by index; NaN comes last either way.
 */
public final class IndexOrder {
  /** So few are kept sorted while all are looked at; more are found by sorting all. */
  private static final int FEW = 32;

  /** Runs of this length are sorted by insertion before they are merged. */
  private static final int RUN = 16;

  private IndexOrder() {}

  /** Every index [n], that of the smallest value first. */
  public static int[] ascending(double[] values) {
    return ascending(values, values.length);
  }

  /** The indices of the {@code count} smallest values, or of all if there are fewer, the smallest first. */
  public static int[] ascending(double[] values, int count) {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(values[i]);
    }
    return first(keys, count);
  }

  /** Every index [n], that of the largest value first. */
  public static int[] descending(double[] values) {
    return descending(values, values.length);
  }

  /** The indices of the {@code count} largest values, or of all if there are fewer, the largest first. */
  public static int[] descending(double[] values, int count) {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(-values[i]);
    }
    return first(keys, count);
  }

  /** A number that compares with others as its double does. */
  private static long key(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  private static int[] first(long[] keys, int count) {
    int kept = Math.min(count, keys.length);
    return kept <= FEW && kept < keys.length ? few(keys, kept) : Arrays.copyOf(sorted(keys), kept);
  }

  private static int[] few(long[] keys, int count) {
    int[] kept = new int[count];
    int size = 0;
    for (int i = 0; i < keys.length; i++) {
      if (size == count && (count == 0 || keys[i] >= keys[kept[count - 1]])) {
        continue;
      }
      int place = size < count ? size++ : count - 1;
      insert(keys, kept, 0, place, i);
    }
    return kept;
  }

  /** Puts an index behind those in {@code order}, {@code from} to {@code place}, that are not larger. */
  private static void insert(long[] keys, int[] order, int from, int place, int index) {
    int at = place;
    while (at > from && keys[order[at - 1]] > keys[index]) {
      order[at] = order[at - 1];
      at--;
    }
    order[at] = index;
  }

  private static int[] sorted(long[] keys) {
    int n = keys.length;
    int[] order = new int[n];
    for (int from = 0; from < n; from += RUN) {
      for (int i = from; i < Math.min(n, from + RUN); i++) {
        insert(keys, order, from, i, i);
      }
    }
    int[] merged = new int[n];
    for (long width = RUN; width < n; width *= 2) {
      for (long from = 0; from < n; from += 2 * width) {
        int middle = (int) Math.min(n, from + width);
        int to = (int) Math.min(n, from + 2 * width);
        merge(keys, order, (int) from, middle, to, merged);
      }
      int[] swapped = order;
      order = merged;
      merged = swapped;
    }
    return order;
  }

  private static void merge(long[] keys, int[] order, int from, int middle, int to, int[] merged) {
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft = right == to || (left < middle && keys[order[left]] <= keys[order[right]]);
      merged[i] = takeLeft ? order[left++] : order[right++];
    }
  }
}
