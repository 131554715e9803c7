package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestFewTest {
  @Test
  void theNearestComeFirstAndOfEquallyNearOnesThoseOfferedFirst() {
    NearestFew few = new NearestFew(3);
    float[] cosines = {.1f, .5f, -.2f, .5f, .9f, .5f};
    for (int row = 0; row < cosines.length; row++) {
      few.offer(row, cosines[row]);
    }
    assertArrayEquals(new int[] {4, 1, 3}, IntStream.range(0, few.size()).map(few::row).toArray());
  }
}
