package eifexplorer.dataset;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import org.hipparchus.random.MersenneTwister;

/**
 * The random numbers of {@code numpy.random.seed}, bit for bit: the Mersenne Twister MT19937 started by {@code
 * init_genrand}, with numpy's legacy bounded draws and shuffle.
 */
public final class NumpyRandom {
  private final MersenneTwister twister;

  /**
   * Starts a sequence.
   *
   * @param seed 0..2^31-1, others throw {@link ProblemException}
   */
  public NumpyRandom(long seed) {
    if (seed < 0 || seed > Integer.MAX_VALUE) {
      throw ProblemException.badValue("The seed", seed, "0 to " + Integer.MAX_VALUE);
    }
    twister = new MersenneTwister((int) seed);
  }

  /** The next raw output, 0..2^32-1. */
  public long nextRaw32() {
    return twister.nextInt() & 0xffffffffL;
  }

  /** A number in 0..max, both included: outputs are masked to the bits of {@code max} until one fits. */
  public int nextUpTo(int max) {
    if (max == 0) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(max);
    int value;
    do {
      value = twister.nextInt() & mask;
    } while (value > max);
    return value;
  }

  /** {@code choice(n, size, replace=False)}: the first {@code size} of a shuffled 0..n-1. */
  public int[] choiceWithoutReplacement(int n, int size) {
    if (size < 0 || size > n) {
      throw new IllegalArgumentException(size + " of " + n);
    }
    int[] shuffled = new int[n];
    for (int i = 0; i < n; i++) {
      shuffled[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = nextUpTo(i);
      int held = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = held;
    }
    return Arrays.copyOf(shuffled, size);
  }
}
