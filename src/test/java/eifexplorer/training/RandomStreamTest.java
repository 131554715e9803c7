package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
  private static final int COUNT = 2000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 1000, 1_500_000_000})
  void itsNumbersAreJavas(int range) {
    RandomStream stream = new RandomStream(-5);
    SplittableRandom java = new SplittableRandom(-5);

    assertArrayEquals(
        IntStream.range(0, COUNT).map(i -> java.nextInt(3, 3 + range)).toArray(),
        draw(stream, range, COUNT));
  }

  @Test
  void itGoesOnFromItsState() {
    RandomStream stream = new RandomStream(9);
    draw(stream, 10, 17);
    RandomStream again = new RandomStream(stream.state());

    assertArrayEquals(draw(stream, 11, COUNT), draw(again, 11, COUNT));
  }

  private static int[] draw(RandomStream stream, int range, int count) {
    return IntStream.range(0, count).map(i -> stream.between(3, 3 + range)).toArray();
  }
}
