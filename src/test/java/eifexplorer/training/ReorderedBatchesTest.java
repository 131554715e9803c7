package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReorderedBatchesTest {
  private static BatchSampler drawn() {
    return new BalancedBatchSampler(IntStream.range(0, 60).map(i -> i % 6).toArray(), 3, 2, 5);
  }

  private static List<List<Integer>> next(BatchSampler sampler) {
    return sampler.nextEpoch().stream()
        .map(batch -> Arrays.stream(batch).boxed().toList())
        .toList();
  }

  @Test
  void everyEpochHasItsBatchesInTheSeedsOrder() {
    BatchSampler batches = drawn();
    BatchSampler one = new ReorderedBatches(drawn(), 1);
    BatchSampler again = new ReorderedBatches(drawn(), 1);
    BatchSampler other = new ReorderedBatches(drawn(), 2);
    assertEquals(9, one.batchesPerEpoch());
    for (int epoch = 0; epoch < 3; epoch++) {
      List<List<Integer>> own = next(batches);
      List<List<Integer>> reordered = next(one);
      List<List<Integer>> byOther = next(other);
      assertEquals(reordered, next(again));
      assertEquals(new HashSet<>(own), new HashSet<>(reordered));
      assertEquals(new HashSet<>(own), new HashSet<>(byOther));
      assertNotEquals(own, reordered);
      assertNotEquals(reordered, byOther);
    }
  }

  @Test
  void itGoesOnFromAState() {
    BatchSampler sampler = new ReorderedBatches(drawn(), 1);
    next(sampler);
    long[] state = sampler.state();
    List<List<Integer>> expected = next(sampler);
    BatchSampler resumed = new ReorderedBatches(drawn(), 7);

    resumed.restore(state);

    assertEquals(expected, next(resumed));
  }
}
