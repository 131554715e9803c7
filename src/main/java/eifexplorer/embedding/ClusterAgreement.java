package eifexplorer.embedding;

import java.util.HashMap;
import java.util.Map;

/** How well clusters and classes agree. */
public final class ClusterAgreement {
  private ClusterAgreement() {}

  /**
   * Normalised mutual information {@code I(a;b) / √(H(a) H(b))} in 0..1 (geometric mean, as in the metric-learning
   * literature); 1 if both put everything together.
   *
   * @param a group of every sample [n]
   * @param b other group of every sample [n]
   */
  public static double nmi(int[] a, int[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " and " + b.length + " groups");
    }
    Map<Integer, Integer> countA = new HashMap<>();
    Map<Integer, Integer> countB = new HashMap<>();
    Map<Long, Integer> joint = new HashMap<>();
    for (int i = 0; i < a.length; i++) {
      countA.merge(a[i], 1, Integer::sum);
      countB.merge(b[i], 1, Integer::sum);
      joint.merge(pair(a[i], b[i]), 1, Integer::sum);
    }
    if (countA.size() <= 1 && countB.size() <= 1) {
      return 1;
    }
    double information = 0;
    for (Map.Entry<Long, Integer> entry : joint.entrySet()) {
      double n = entry.getValue();
      double marginals =
          (double) countA.getOrDefault((int) (entry.getKey() >> 32), 0)
              * countB.getOrDefault((int) (long) entry.getKey(), 0);
      information += n / a.length * Math.log(n * a.length / marginals);
    }
    double entropies = entropy(countA, a.length) * entropy(countB, a.length);
    return entropies <= 0 ? 0 : Math.max(0, Math.min(1, information / Math.sqrt(entropies)));
  }

  private static long pair(int a, int b) {
    return (long) a << 32 | (b & 0xffffffffL);
  }

  private static double entropy(Map<Integer, Integer> counts, double total) {
    double entropy = 0;
    for (int count : counts.values()) {
      entropy -= count / total * Math.log(count / total);
    }
    return entropy;
  }
}
