package eifexplorer.training;

/**
 * The numbers of {@link java.util.SplittableRandom} (SplitMix64, Steele et al. 2014) with a state that can be kept: a run
 * that goes on draws what it would have drawn.
 */
final class RandomStream {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  RandomStream(long seed) {
    this.state = seed;
  }

  /** All that the next numbers depend on; a stream made with it goes on from here. */
  long state() {
    return state;
  }

  /** A number in {@code from} (included) to {@code to} (excluded), each as likely. */
  int between(int from, int to) {
    int range = to - from;
    int bits = nextInt();
    if ((range & range - 1) == 0) {
      return from + (bits & range - 1);
    }
    int number = bits >>> 1;
    int rest = number % range;
    // Numbers above the last whole multiple of the range would make small rests likelier.
    while (number + range - 1 - rest < 0) {
      number = nextInt() >>> 1;
      rest = number % range;
    }
    return from + rest;
  }

  private int nextInt() {
    state += STEP;
    long z = (state ^ state >>> 33) * 0x62A9D9ED799705F5L;
    return (int) (((z ^ z >>> 28) * 0xCB24D0A5C88C35B3L) >>> 32);
  }
}
