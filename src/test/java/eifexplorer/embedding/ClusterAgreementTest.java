package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClusterAgreementTest {
  @Test
  void sameGroupsUnderOtherNames() {
    assertEquals(1, ClusterAgreement.nmi(new int[] {0, 0, 7, -7}, new int[] {5, 5, 1, 2}), 1e-12);
  }

  @Test
  void independentGroups() {
    assertEquals(0, ClusterAgreement.nmi(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}), 1e-12);
  }

  /** H(a) = ln 2, H(b) = ln 4, I = ln 2: 1/√2. */
  @Test
  void finerGroups() {
    assertEquals(
        Math.sqrt(0.5),
        ClusterAgreement.nmi(new int[] {0, 0, 1, 1}, new int[] {0, 1, 2, 3}),
        1e-12);
  }

  @Test
  void oneGroupAgainstSeveral() {
    assertEquals(0, ClusterAgreement.nmi(new int[] {0, 0}, new int[] {0, 1}));
    assertEquals(1, ClusterAgreement.nmi(new int[] {4, 4}, new int[] {0, 0}));
  }
}
