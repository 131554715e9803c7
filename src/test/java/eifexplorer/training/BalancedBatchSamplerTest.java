package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalancedBatchSamplerTest {
  @ParameterizedTest
  @CsvSource({
    "5864,100,8,4,183",
    "8054,98,8,4,251",
    "25882,3997,32,3,269",
    "300,10,8,4,9",
    "64,8,8,4,1"
  })
  void anEpochHasTheReferencesNumberOfFullBatchesOfDistinctClasses(
      int n, int classes, int perBatch, int perClass, int batches) {
    int[] labels = labels(n, classes);
    List<int[]> epoch = new BalancedBatchSampler(labels, perBatch, perClass, 1).nextEpoch();

    assertEquals(batches, epoch.size());
    for (int[] batch : epoch) {
      assertEquals((long) perBatch * perClass, Arrays.stream(batch).distinct().count());
      assertEquals(perBatch, Arrays.stream(batch).map(i -> labels[i]).distinct().count());
    }
  }

  @Test
  void aClassIsUsedUpBeforeItIsShuffledAgainAcrossEpochs() {
    // Two classes of eight, batches of both with four each: one batch an epoch, so a class lasts
    // two epochs.
    BalancedBatchSampler sampler = new BalancedBatchSampler(labels(16, 2), 2, 4, 3);

    for (int pass = 0; pass < 5; pass++) {
      int[] seen =
          IntStream.range(0, 2)
              .mapToObj(e -> sampler.nextEpoch())
              .flatMapToInt(epoch -> epoch.stream().flatMapToInt(Arrays::stream))
              .sorted()
              .toArray();
      assertArrayEquals(IntStream.range(0, 16).toArray(), seen);
    }
  }

  @Test
  void aSmallClassGivesWhatItHas() {
    int[] labels = {0, 0, 0, 0, 1, 1, 0, 0, 0, 0};

    int[] batch = new BalancedBatchSampler(labels, 2, 4, 1).nextEpoch().get(0);

    assertEquals(6, batch.length);
  }

  @Test
  void theSeedDecides() {
    int[] labels = labels(300, 10);
    int[][] first = batches(labels, 5);

    assertArrayEquals(first, batches(labels, 5));
    assertNotEquals(Arrays.deepToString(first), Arrays.deepToString(batches(labels, 6)));
  }

  @Test
  void moreClassesThanThereAreAreRefused() {
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> new BalancedBatchSampler(labels(100, 5), 8, 4, 1));
    assertEquals(
        "classes per batch is 8. Allowed: 1 to 5, the number of classes in the training samples.",
        problem.getMessage());
  }

  @Test
  void aBatchOfAllSamplesIsRefused() {
    assertThrows(ProblemException.class, () -> new BalancedBatchSampler(labels(32, 8), 8, 4, 1));
  }

  private static int[][] batches(int[] labels, long seed) {
    return new BalancedBatchSampler(labels, 8, 4, seed).nextEpoch().toArray(int[][]::new);
  }

  @ParameterizedTest
  @CsvSource({"16, 4, 4, 3", "8, 2, 2, 3", "100, 5, 5, 4", "3, 3, 2, 1", "1000, 100, 8, 4"})
  void aPlanFitsFewImages(int samples, int classes, int fitting, int perClass) {
    assertEquals(
        new BatchPlan(BatchPlan.Sampler.BALANCED, fitting, perClass, 1),
        new BatchPlan(BatchPlan.Sampler.BALANCED, 8, 4, 1).fitting(samples, classes));
  }

  private static int[] labels(int n, int classes) {
    return IntStream.range(0, n).map(i -> i % classes).toArray();
  }
}
