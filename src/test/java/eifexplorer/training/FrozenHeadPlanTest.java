package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrozenHeadPlanTest {
  /** A batch is smaller than the training set, however few images a class has. */
  @Test
  void oneImageAClassFillsBatchesOfAllClassesButOne() {
    int[] labels = IntStream.range(0, 6).toArray();

    BatchPlan batches = FrozenHeadPlan.fitting(LossSpec.PROXY_NCA, labels, 10, 0).batches();

    assertEquals(List.of(5, 1), List.of(batches.classes(), batches.samplesPerClass()));
  }

  /** Losses beyond the paper have no preset of their own. */
  @Test
  void everyLossHasAPlan() {
    int[] labels = {0, 0, 1, 1};

    assertEquals(
        LossSpec.ALL,
        LossSpec.ALL.stream()
            .map(loss -> FrozenHeadPlan.fitting(loss, labels, 10, 0).loss())
            .toList());
  }
}
