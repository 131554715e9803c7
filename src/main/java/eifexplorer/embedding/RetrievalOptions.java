package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;
import java.util.List;

/**
 * What is measured of a retrieval.
 *
 * @param recallAt the k of recall@k, each at least 1
 * @param clustering whether to cluster for NMI, which takes longer than all the rest together
 * @param reference whether to compute the original code's MAP@R too, which is a second search
 * @param seed of the clustering
 */
public record RetrievalOptions(
    List<Integer> recallAt, boolean clustering, boolean reference, long seed) {
  /** Seed of the original evaluation's clustering. */
  public static final long SEED = 1234;

  /** Checks the k. Throws {@link ProblemException} if there is none or one is below 1. */
  public RetrievalOptions {
    recallAt = recallAt.stream().distinct().sorted().toList();
    if (recallAt.isEmpty() || recallAt.get(0) < 1) {
      throw ProblemException.badValue("recall at", recallAt, "one or more numbers from 1");
    }
  }

  /** Everything, with recall@1, 2, 4, 8 (birds, cars). */
  public static RetrievalOptions standard() {
    return new RetrievalOptions(List.of(1, 2, 4, 8), true, true, SEED);
  }

  /** Everything, with recall@1, 10, 20, 30, 40, 50 (In-Shop). */
  public static RetrievalOptions inShop() {
    return new RetrievalOptions(List.of(1, 10, 20, 30, 40, 50), true, true, SEED);
  }

  /** Everything, with recall@1, 10, 100, 1000 (Stanford Online Products). */
  public static RetrievalOptions onlineProducts() {
    return new RetrievalOptions(List.of(1, 10, 100, 1000), true, true, SEED);
  }

  /** One search, without clustering and the original MAP@R: what a training epoch can afford. */
  public RetrievalOptions quick() {
    return new RetrievalOptions(recallAt, false, false, seed);
  }
}
