package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomBatchSamplerTest {
  @Test
  void noSampleComesTwiceInAnEpoch() {
    List<int[]> epoch = new RandomBatchSampler(100, 32, 1).nextEpoch();

    assertEquals(3, epoch.size());
    assertEquals(96, epoch.stream().flatMapToInt(Arrays::stream).distinct().count());
  }

  @Test
  void theSeedDecides() {
    assertArrayEquals(
        new RandomBatchSampler(100, 32, 7).nextEpoch().toArray(),
        new RandomBatchSampler(100, 32, 7).nextEpoch().toArray());
  }
}
