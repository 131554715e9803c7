package eifexplorer.training;

/** Fisher and Yates' shuffle. */
final class Shuffle {
  private Shuffle() {}

  /** Shuffles the first {@code count} places, drawing from all: afterwards they are a sample without replacement. */
  static void first(int[] values, int count, RandomStream random) {
    for (int i = 0; i < Math.min(count, values.length - 1); i++) {
      int j = random.between(i, values.length);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  /** Shuffles all. */
  static void all(int[] values, RandomStream random) {
    first(values, values.length, random);
  }
}
