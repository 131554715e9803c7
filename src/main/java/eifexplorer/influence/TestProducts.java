package eifexplorer.influence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What single test samples have in common with all training samples, for those samples that were asked for last: a query
 * made of them needs no pass over the training features. Safe for use from any thread.
 */
final class TestProducts {
  /** What is kept at most: some 1,700 test samples with 5,864 training samples, 380 with 25,882. */
  private static final long MOST_BYTES = 80L << 20;

  /** And of embeddings. */
  private static final long MOST_EMBEDDING_BYTES = 16L << 20;

  private final Cache<Integer, Products> kept;
  private final Cache<Integer, double[]> embeddings;

  /**
   * One test sample f with embedding e0 at the model's own weight W.
   *
   * @param features products with the training features, {@code X f} [N]
   * @param embeddings products with the training embeddings but for the bias, {@code X W^T e0} [N]
   */
  record Products(float[] features, float[] embeddings) {
    /** Not yet filled in. */
    static Products of(int trainingSamples) {
      return new Products(new float[trainingSamples], new float[trainingSamples]);
    }
  }

  /** Keeps at most so many bytes, of them a fifth for embeddings, and never more than {@link #MOST_BYTES}. */
  TestProducts(long mostBytes) {
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(Math.min(MOST_BYTES, mostBytes - mostBytes / 5))
            .<Integer, Products>weigher((sample, products) -> bytes(products.features().length))
            .executor(Runnable::run)
            .build();
    this.embeddings =
        Caffeine.newBuilder()
            .maximumWeight(Math.min(MOST_EMBEDDING_BYTES, mostBytes / 5))
            .<Integer, double[]>weigher((sample, embedding) -> embedding.length * Double.BYTES)
            .executor(Runnable::run)
            .build();
  }

  private static int bytes(int trainingSamples) {
    return (int) Math.min(Integer.MAX_VALUE, 2L * Float.BYTES * trainingSamples);
  }

  /** Embeddings e0 [m][E] of a query's test samples; those not known come from their features [.][F]. */
  double[][] embeddings(PairDistance pairs, UnaryOperator<double[][]> embed) {
    int[] samples = pairs.testSamples();
    double[][] known = new double[samples.length][];
    List<Integer> missing = new ArrayList<>();
    for (int j = 0; j < samples.length; j++) {
      known[j] = embeddings.getIfPresent(samples[j]);
      if (known[j] == null) {
        missing.add(j);
      }
    }
    if (!missing.isEmpty()) {
      double[][] made = embed.apply(missing.stream().map(pairs::features).toArray(double[][]::new));
      for (int i = 0; i < made.length; i++) {
        known[missing.get(i)] = made[i];
        embeddings.put(samples[missing.get(i)], made[i]);
      }
    }
    return known;
  }

  /** How many test samples can be kept at once. */
  int room(int trainingSamples) {
    long most = kept.policy().eviction().orElseThrow().getMaximum();
    return (int) Math.min(Integer.MAX_VALUE, most / bytes(trainingSamples));
  }

  /** Those of a test sample, if they are kept. */
  Optional<Products> find(int sample) {
    return Optional.ofNullable(kept.getIfPresent(sample));
  }

  /** Keeps them for a while. */
  void keep(int sample, Products products) {
    kept.put(sample, products);
  }
}
