package eifexplorer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class PairedComparisonTest {
  /** Differences 1, 2, 3: t = 2 sqrt(3) with 2 degrees of freedom; the signs agree by chance in 2 of 8 cases. */
  @Test
  void testsAreTheTextbooks() {
    PairedComparison comparison =
        PairedComparison.of(new double[] {2, 4, 6}, new double[] {1, 2, 3});

    assertEquals(3, comparison.wins());
    assertEquals(0, comparison.losses());
    assertEquals(2, comparison.meanDifference(), 1e-12);
    assertEquals(0.074180, comparison.tTest(), 1e-6);
    assertEquals(0.25, comparison.wilcoxon(), 1e-12);
  }

  /** Differences -1, 2, 3, 0: of the ranks 1, 2, 3 only 1 is against; four of eight sign patterns are at least as far out. */
  @Test
  void pairsWithoutDifferenceAreTiesAndLeftOutOfTheRanks() {
    PairedComparison comparison =
        PairedComparison.of(new double[] {0, 2, 3, 5}, new double[] {1, 0, 0, 5});

    assertEquals(2, comparison.wins());
    assertEquals(1, comparison.ties());
    assertEquals(1, comparison.losses());
    assertEquals(0.5, comparison.wilcoxon(), 1e-12);
  }

  @Test
  void withoutAnyDifferenceThereIsNoTest() {
    PairedComparison comparison = PairedComparison.of(new double[] {1, 1}, new double[] {1, 1});

    assertNull(comparison.tTest());
    assertNull(comparison.wilcoxon());
    assertEquals(2, comparison.ties());
  }
}
