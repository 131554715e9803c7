package eifexplorer.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumpyRandomTest {
  @Test
  void largestSeedIsNumpys() {
    // np.random.seed(2147483647); np.random.randint(2**32, size=3, dtype=np.uint32)
    NumpyRandom random = new NumpyRandom(Integer.MAX_VALUE);
    assertArrayEquals(
        new long[] {1689602031L, 3831148394L, 2820341149L},
        new long[] {random.nextRaw32(), random.nextRaw32(), random.nextRaw32()});
  }

  @Test
  void choosingAllIsAPermutation() {
    int[] all = new NumpyRandom(7).choiceWithoutReplacement(1000, 1000);
    Arrays.sort(all);
    assertArrayEquals(IntStream.range(0, 1000).toArray(), all);
  }

  @Test
  void choosingOneOfOneDrawsNothing() {
    NumpyRandom random = new NumpyRandom(0);
    random.choiceWithoutReplacement(1, 1);
    assertEquals(new NumpyRandom(0).nextRaw32(), random.nextRaw32());
  }

  @Test
  void negativeSeedIsRefused() {
    assertThrows(ProblemException.class, () -> new NumpyRandom(-1));
  }

  @Test
  void seedBeyond31BitsIsRefused() {
    assertThrows(ProblemException.class, () -> new NumpyRandom(1L << 31));
  }
}
