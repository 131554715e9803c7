package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RankAgreementTest {
  @Test
  void onlyTheOrderCounts() {
    assertEquals(
        1, RankAgreement.spearman(new double[] {1, 2, 3}, new double[] {-5, 0, 100}), 1e-12);
    assertEquals(
        -1, RankAgreement.spearman(new double[] {1, 2, 3}, new double[] {9, 1, -1e9}), 1e-12);
  }

  @Test
  void tiesShareTheirMeanRank() {
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 / sqrt(4.5 · 5).
    assertEquals(
        4.5 / Math.sqrt(22.5),
        RankAgreement.spearman(new double[] {0, 7, 7, 8}, new double[] {1, 2, 3, 4}),
        1e-12);
  }

  @Test
  void onlyTheFirstAreLookedAt() {
    int[] a = {4, 2, 9, 1};
    int[] b = {2, 7, 4, 9};

    assertEquals(0, RankAgreement.shared(a, b, 1));
    assertEquals(1, RankAgreement.shared(a, b, 2));
    assertEquals(2, RankAgreement.shared(a, b, 3));
    assertEquals(3, RankAgreement.shared(a, b, 100));
  }
}
