package eifexplorer.job;

import static eifexplorer.job.HeapShare.DERIVATIVES;
import static eifexplorer.job.HeapShare.ESTIMATORS;
import static eifexplorer.job.HeapShare.PASSES;
import static eifexplorer.job.HeapShare.TEST_PRODUCTS;
import static eifexplorer.job.HeapShare.VIEWS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapShareTest {
  @ParameterizedTest
  @CsvSource({"256, 0.60", "512, 0.60", "1024, 0.75", "2048, 0.80", "65536, 0.85"})
  void allTogetherLeaveTheProgramAndTheCollectorRoom(long megabytes, double share) {
    long heap = megabytes << 20;
    long all = Arrays.stream(HeapShare.values()).mapToLong(part -> part.bytesOf(heap)).sum();

    assertTrue(all <= share * heap, all + " of " + heap);
    assertTrue(all > (share - .4) * heap, all + " of " + heap);
  }

  @Test
  void partsOfAModelTakeTogetherWhatTheModelMay() {
    long model = 1_000_000_000;
    long passes = HeapShare.passesOf(model);
    long all =
        Stream.of(PASSES, DERIVATIVES, TEST_PRODUCTS, ESTIMATORS, VIEWS)
            .mapToLong(part -> part.beside(PASSES, passes))
            .sum();

    assertEquals(model, all, 100);
    assertEquals(PASSES.bytes(), PASSES.beside(VIEWS, VIEWS.bytes()), 100);
  }

  @Test
  void theUsualPercentIsWhatAModelTakesWhereNobodyChose() {
    long heap = Runtime.getRuntime().maxMemory();
    long chosen = HeapShare.passesOf(heap / 100 * HeapShare.modelPercent());

    assertEquals(1, (double) chosen / PASSES.bytes(), .05);
  }

  @Test
  void inshopsCosinesFitTwoGigabytes() {
    assertTrue(PASSES.bytesOf(2048L << 20) > 25_882L * 3_997 * Float.BYTES);
  }
}
