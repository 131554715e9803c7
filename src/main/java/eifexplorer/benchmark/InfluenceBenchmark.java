package eifexplorer.benchmark;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.training.LossSpec;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Measures influence on made-up features: Gaussian clusters, one a class, and a random head. The same sizes give the same
 * numbers to work on.
 *
 * @param train N, at least 1
 * @param test M, at least 4
 * @param features F
 * @param embedding E
 * @param classes C, at least 2
 */
public record InfluenceBenchmark(int train, int test, int features, int embedding, int classes) {
  private static final int PAIRS = 100;
  private static final int WARM_UP = 50;
  private static final int GROUPS = 10;
  private static final int GROUP_PAIRS = 20;
  private static final int BATCH = 32;
  private static final int BATCHES = 5;
  private static final int ROUNDS = 20;

  /** How far all measurements are together, whatever one of them would say of itself. */
  private static final class Steps {
    /** Besides those that are repeated there are the precomputation and the influence function. */
    private static final int ALL = ROUNDS + WARM_UP + 2 * PAIRS + GROUPS + BATCHES + 2;

    private final JobContext watched;
    private int done;

    Steps(JobContext watched) {
      this.watched = watched;
      watched.progress(0, ALL, "measurements");
    }

    JobContext quiet() {
      return watched.withoutProgress();
    }

    void done() {
      watched.checkCancelled();
      done++;
      watched.progress(done, ALL, "measurements");
    }
  }

  /**
   * The measured values by name: {@code pair_first} is a pair of test images not seen before, {@code pair} one whose products
   * with the training features are kept, as they are after the survey of all pairs or a first look; groups and all pairs are
   * made of pairs not seen before. Memory is the most that is held beyond the features, garbage left out. */
  @SuppressWarnings(
      "ReachabilityFenceUsage") // keeps what is measured in memory, and a failed measurement needs
  // nothing
  public Map<String, Object> run(
      MatrixMath math, InfluenceEstimators estimators, JobContext watched) {
    Steps steps = new Steps(watched);
    JobContext context = steps.quiet();
    EmbeddingBundle bundle = bundle();
    long before = heldMemory();
    EifEstimator eif =
        new EifEstimator(
            new TrainingPasses(math, bundle, LossSpec.PROXY_NCA), EifParameters.DEFAULT);
    warmUp(math, steps);
    double precompute = seconds(() -> eif.prepare(context));
    steps.done();
    Random random = new Random(7);
    for (int i = 0; i < WARM_UP; i++) {
      eif.estimate(pairs(random, 1), context);
      steps.done();
    }
    List<InfluenceQuery> queries =
        IntStream.range(0, PAIRS).mapToObj(i -> pairs(random, 1)).toList();
    double[] first = times(steps, queries, query -> eif.estimate(query, context));
    double[] pair = times(steps, queries, query -> eif.estimate(query, context));
    double[] group =
        times(
            steps,
            IntStream.range(0, GROUPS).mapToObj(i -> pairs(random, GROUP_PAIRS)).toList(),
            query -> eif.estimate(query, context));
    double[] batch =
        times(
            steps,
            IntStream.range(0, BATCHES)
                .mapToObj(b -> IntStream.range(0, BATCH).mapToObj(i -> pairs(random, 1)).toList())
                .toList(),
            all -> eif.estimateAll(all, context));
    long held = heldMemory();
    InfluenceEstimator baseline = estimators.create("if", bundle, LossSpec.PROXY_NCA, Map.of());
    double influenceFunction = seconds(() -> baseline.estimate(pairs(random, 1), context));
    steps.done();
    long peak = Math.max(held, heldMemory()) - before;
    Reference.reachabilityFence(eif);
    Reference.reachabilityFence(baseline);
    Reference.reachabilityFence(bundle);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("precompute_s", precompute);
    result.put("pair_ms_median", 1e3 * pair[PAIRS / 2]);
    result.put("pair_ms_p95", 1e3 * pair[PAIRS * 95 / 100]);
    result.put("pair_first_ms_median", 1e3 * first[PAIRS / 2]);
    result.put("group_ms_median", 1e3 * group[GROUPS / 2]);
    result.put("if_s", influenceFunction);
    result.put("all_pairs_per_s", BATCH / batch[BATCHES / 2]);
    result.put("peak_mb", peak / 1e6);
    return result;
  }

  /** Has the compiler see the code on a small case, as it has in a running program. */
  private static void warmUp(MatrixMath math, Steps steps) {
    InfluenceBenchmark small = new InfluenceBenchmark(2_000, 40, 256, 64, 20);
    EmbeddingBundle bundle = small.bundle();
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      EifEstimator eif =
          new EifEstimator(
              new TrainingPasses(math, bundle, LossSpec.PROXY_NCA), EifParameters.DEFAULT);
      IntStream.range(0, 20).forEach(i -> eif.estimate(small.pairs(random, 1), steps.quiet()));
      steps.done();
    }
  }

  private InfluenceQuery pairs(Random random, int count) {
    List<TestPair> pairs =
        IntStream.range(0, count)
            .mapToObj(
                i -> {
                  int first = random.nextInt(test);
                  return new TestPair(first, (first + 1 + random.nextInt(test - 1)) % test);
                })
            .toList();
    return new InfluenceQuery(pairs, "benchmark");
  }

  EmbeddingBundle bundle() {
    Random random = new Random(0);
    float[] centres = gaussian(random, classes * features, 1);
    int[] trainLabels = IntStream.range(0, train).map(i -> i % classes).toArray();
    int[] testLabels = IntStream.range(0, test).map(i -> i % classes).toArray();
    return new EmbeddingBundle(
        samples(random, centres, trainLabels),
        trainLabels,
        samples(random, centres, testLabels),
        testLabels,
        new EmbeddingHead(
            gaussian(random, embedding * features, 1 / Math.sqrt(features)), new float[embedding]),
        new Proxies(gaussian(random, classes * embedding, 1), embedding, 1),
        List.of(),
        List.of());
  }

  private HeapFeatures samples(Random random, float[] centres, int[] labels) {
    float[] values = gaussian(random, labels.length * features, 1);
    for (int i = 0; i < values.length; i++) {
      values[i] += centres[labels[i / features] * features + i % features];
    }
    return new HeapFeatures(values, labels.length, features);
  }

  private static float[] gaussian(Random random, int n, double deviation) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Seconds with each of them, sorted. */
  private static <T> double[] times(Steps steps, List<T> all, Consumer<T> work) {
    double[] times = new double[all.size()];
    for (int i = 0; i < times.length; i++) {
      T one = all.get(i);
      times[i] = seconds(() -> work.accept(one));
      steps.done();
    }
    Arrays.sort(times);
    return times;
  }

  /** Bytes of the heap that are in use, garbage collected. */
  private static long heldMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
