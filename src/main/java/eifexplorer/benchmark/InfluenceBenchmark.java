package eifexplorer.benchmark;

import com.sun.management.OperatingSystemMXBean;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.training.LossSpec;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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
  /** Up to how many training samples the influence function is measured: it takes hundreds of times as long as EIF. */
  private static final int MOST_FOR_IF = 100_000;

  private static final int GROUP_PAIRS = 20;
  private static final int BATCH = 32;
  private static final int ROUNDS = 20;

  /** The same is not done again after so many seconds: where a pair takes long, fewer tell as much. */
  private static final double MOST_SECONDS = 20;

  private static final int FEWEST = 3;

  /** And after so many more not even that often. */
  private static final double MOST_SECONDS_FOR_FEWEST = 60;

  /** The influence function is given up after that. */
  private static final Duration MOST_FOR_BASELINE = Duration.ofMinutes(3);

  /**
   * How often things are measured, less often where they take longer.
   *
   * @param warmUp pairs before anything is measured
   * @param pairs single pairs
   * @param groups of {@link #GROUP_PAIRS}
   * @param batches of {@link #BATCH}
   */
  private record Repeats(int warmUp, int pairs, int groups, int batches) {
    private static final double VALUES_IN_ALL = 4e9;

    /** Of passes over so many values. */
    static Repeats of(double values) {
      int pairs = (int) Math.max(6, Math.min(100, VALUES_IN_ALL / values));
      return new Repeats(pairs / 2, pairs, Math.max(1, pairs / 10), Math.max(1, pairs / 20));
    }

    /** With the small case that the compiler sees first, and precomputation, memory's speed and influence function. */
    int steps() {
      return ROUNDS + warmUp + pairs + groups + batches + 4;
    }
  }

  /** How far all measurements are together, whatever one of them would say of itself. */
  private static final class Steps {
    private final JobContext watched;
    private final int all;
    private int done;

    Steps(JobContext watched, int all) {
      this.watched = watched;
      this.all = all;
      watched.progress(0, all, "measurements");
    }

    JobContext quiet() {
      return watched.withoutProgress();
    }

    void done() {
      done(1);
    }

    void done(int more) {
      watched.checkCancelled();
      done += more;
      watched.progress(done, all, "measurements");
    }

    /** Does something so many times, or fewer where that takes long; how many. */
    int repeat(int times, IntConsumer work) {
      long start = System.nanoTime();
      int count = 0;
      double most = 0;
      while (count < times && (count == 0 || (System.nanoTime() - start) / 1e9 < most)) {
        work.accept(count);
        count++;
        most = count < FEWEST ? MOST_SECONDS_FOR_FEWEST : MOST_SECONDS;
        done();
      }
      done(times - count);
      return count;
    }
  }

  /**
   * The measured values by name: {@code pair_first} is a pair of test images not seen before, {@code pair} one whose products
   * with the training features are kept, as they are after the survey of all pairs or a first look; groups and all pairs are
   * made of pairs not seen before. {@code if} is the influence
   * function, of the first pair and of the next; {@code pairs_measured}, {@code groups_measured} and {@code batches_measured} say of how many the medians are. Where {@code cpu} is in a name it is the time of all processors together, which says
   * more on a machine that others use too, in steps of 10 ms. Memory is the most of the heap that is held beyond the features, garbage left out; {@code peak_resident_mb}, on Linux, the most that the whole process has had so far, PyTorch's arrays included. A limit is what
   * must be read for it at least, at the speed at which the memory was read in the same run.
   *
   * @param folder under which features, and cosines that do not fit the heap, are put into files; empty for the heap alone
   */
  @SuppressWarnings(
      "ReachabilityFenceUsage") // keeps what is measured in memory, and a failed measurement needs
  // nothing
  public Map<String, Object> run(
      MatrixMath math, InfluenceEstimators estimators, Optional<Path> folder, JobContext watched) {
    Repeats repeats = Repeats.of((double) train * (features + classes));
    Steps steps = new Steps(watched, repeats.steps());
    JobContext context = steps.quiet();
    MadeUpModel made = new MadeUpModel(train, test, features, embedding, classes);
    String sizes = String.format(Locale.ROOT, "%d-%d-%d-%d", train, features, embedding, classes);
    Optional<Path> place = folder.map(all -> all.resolve(sizes));
    EmbeddingBundle bundle = made.bundle(place, context);
    TrainingPasses passes = new TrainingPasses(math, bundle, LossSpec.PROXY_NCA, () -> place);
    long before = heldMemory();
    EifEstimator eif = new EifEstimator(passes, EifParameters.DEFAULT);
    warmUp(math, steps);
    double busy = processorSeconds();
    double precompute = seconds(() -> eif.prepare(context));
    double precomputeBusy = processorSeconds() - busy;
    steps.done();
    Random random = new Random(7);
    steps.repeat(repeats.warmUp(), i -> eif.estimate(pairs(random, 1), context));
    List<InfluenceQuery> queries =
        IntStream.range(0, repeats.pairs()).mapToObj(i -> pairs(random, 1)).toList();
    double[] firstLooks = new double[queries.size()];
    double[] again = new double[queries.size()];
    // One after the other: what is kept of the first look may be of a few pairs only.
    int measured =
        steps.repeat(
            queries.size(),
            i -> {
              InfluenceQuery query = queries.get(i);
              firstLooks[i] = seconds(() -> eif.estimate(query, context));
              again[i] = seconds(() -> eif.estimate(query, context));
            });
    double[] first = Arrays.copyOf(firstLooks, measured);
    double[] pair = Arrays.copyOf(again, measured);
    busy = processorSeconds();
    queries.subList(0, measured).forEach(query -> eif.estimate(queries.get(0), context));
    double pairBusy = (processorSeconds() - busy) / measured;
    steps.done();
    double[] group =
        times(
            steps,
            IntStream.range(0, repeats.groups()).mapToObj(i -> pairs(random, GROUP_PAIRS)).toList(),
            query -> eif.estimate(query, context));
    double[] batch =
        times(
            steps,
            IntStream.range(0, repeats.batches())
                .mapToObj(b -> IntStream.range(0, BATCH).mapToObj(i -> pairs(random, 1)).toList())
                .toList(),
            all -> eif.estimateAll(all, context));
    long held = heldMemory();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("pairs_measured", measured);
    result.put("precompute_s", precompute);
    result.put("precompute_cpu_s", precomputeBusy);
    result.put("pair_ms_median", 1e3 * median(pair));
    result.put("pair_ms_p95", 1e3 * sorted(pair)[pair.length * 95 / 100]);
    result.put("pair_cpu_ms", 1e3 * pairBusy);
    result.put("pair_first_ms_median", 1e3 * median(first));
    result.put("group_ms_median", 1e3 * median(group));
    result.put("groups_measured", group.length);
    result.put("batches_measured", batch.length);
    result.put("all_pairs_per_s", BATCH / median(batch));
    if (train <= MOST_FOR_IF) {
      InfluenceEstimator baseline = estimators.create("if", passes, Map.of());
      measureBaseline(baseline, random, context, result);
      held = Math.max(held, heldMemory());
    }
    steps.done();
    double bandwidth = new ReadingSpeed(folder.map(of -> bundle.trainFeatures())).bytesPerSecond();
    steps.done();
    result.put("peak_mb", (held - before) / 1e6);
    ResidentMemory.peakBytes().ifPresent(bytes -> result.put("peak_resident_mb", bytes / 1e6));
    result.put("read_gb_per_s", bandwidth / 1e9);
    double cosines = (double) train * classes * Float.BYTES;
    result.put("pair_limit_ms", 1e3 * cosines / bandwidth);
    result.put(
        "pair_first_limit_ms",
        1e3 * (cosines + (double) train * features * Float.BYTES) / bandwidth);
    Reference.reachabilityFence(eif);
    Reference.reachabilityFence(bundle);
    return result;
  }

  /** First and next pair; where they take too long together, only after how many seconds they were given up. */
  private void measureBaseline(
      InfluenceEstimator baseline, Random random, JobContext context, Map<String, Object> result) {
    JobContext limited = context.atMost(MOST_FOR_BASELINE);
    try {
      for (String which : List.of("if", "if_next")) {
        double start = processorSeconds();
        result.put(which + "_s", seconds(() -> baseline.estimate(pairs(random, 1), limited)));
        result.put(which + "_cpu_s", processorSeconds() - start);
      }
    } catch (JobCancelledException e) {
      context.checkCancelled();
      result.put("if_given_up_after_s", MOST_FOR_BASELINE.toSeconds());
    }
  }

  /** Has the compiler see the code on a small case, as it has in a running program. */
  private static void warmUp(MatrixMath math, Steps steps) {
    InfluenceBenchmark small = new InfluenceBenchmark(2_000, 40, 256, 64, 20);
    EmbeddingBundle bundle =
        new MadeUpModel(2_000, 40, 256, 64, 20).bundle(Optional.empty(), steps.quiet());
    Random random = new Random(1);
    steps.repeat(
        ROUNDS,
        round -> {
          EifEstimator eif =
              new EifEstimator(
                  new TrainingPasses(math, bundle, LossSpec.PROXY_NCA), EifParameters.DEFAULT);
          IntStream.range(0, 20).forEach(i -> eif.estimate(small.pairs(random, 1), steps.quiet()));
        });
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

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** What all threads of this process have used so far; in a virtual machine that does not tell, never more than 0. */
  private static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }

  /** Seconds with each of them. */
  private static <T> double[] times(Steps steps, List<T> all, Consumer<T> work) {
    double[] times = new double[all.size()];
    int measured =
        steps.repeat(times.length, i -> times[i] = seconds(() -> work.accept(all.get(i))));
    return Arrays.copyOf(times, measured);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double median(double[] values) {
    return sorted(values)[values.length / 2];
  }

  /** Bytes of the heap that are in use, garbage collected. */
  private static long heldMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
