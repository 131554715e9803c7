package eifexplorer.embedding;

/** Hoare's quickselect. */
final class Selection {
  private Selection() {}

  /** The value that has {@code position} smaller or equal ones before it among the first {@code size}; reorders them. */
  static double smallest(double[] values, int size, int position) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      double pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      if (position <= j) {
        high = j;
      } else if (position >= i) {
        low = i;
      } else {
        return values[position];
      }
    }
    return values[position];
  }
}
