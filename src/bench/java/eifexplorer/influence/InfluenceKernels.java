package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.math.FloatExp;
import eifexplorer.training.LossSpec;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a query on a model that is ready costs, and the exponential it spends most of its time in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class InfluenceKernels {
  private static final int TRAIN = 5864;
  private static final int TEST = 200;
  private static final int FEATURES = 2048;
  private static final int EMBEDDING = 512;
  private static final int CLASSES = 100;

  /** Pairs of a query. */
  @Param({"1", "20"})
  public int pairs;

  private final Random random = new Random(0);
  private final float[] exponents = values(1 << 16);
  private final float[] target = new float[1 << 16];
  private EifEstimator estimator;

  /** Makes the model, and what its queries share. */
  @Setup
  public void prepare() {
    int[] labels = IntStream.range(0, TRAIN).map(i -> i % CLASSES).toArray();
    int[] testLabels = IntStream.range(0, TEST).map(i -> i % CLASSES).toArray();
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            new HeapFeatures(values(TRAIN * FEATURES), TRAIN, FEATURES),
            labels,
            new HeapFeatures(values(TEST * FEATURES), TEST, FEATURES),
            testLabels,
            new EmbeddingHead(values(EMBEDDING * FEATURES), new float[EMBEDDING]),
            new Proxies(values(CLASSES * EMBEDDING), EMBEDDING, 1),
            List.of(),
            List.of());
    estimator = new EifEstimator(bundle, LossSpec.PROXY_NCA, EifParameters.DEFAULT);
    estimator.prepare(JobContext.unattended());
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** EIF of one query: a pair, or a group of twenty. */
  @Benchmark
  public InfluenceScores eif() {
    List<InfluenceQuery.TestPair> query =
        IntStream.range(0, pairs)
            .mapToObj(
                i -> {
                  int first = random.nextInt(TEST);
                  return new InfluenceQuery.TestPair(
                      first, (first + 1 + random.nextInt(TEST - 1)) % TEST);
                })
            .toList();
    return estimator.estimate(new InfluenceQuery(query, "benchmark"), JobContext.unattended());
  }

  /** 65,536 exponentials. */
  @Benchmark
  public float[] exponential() {
    FloatExp.exp(exponents, 1, 0, FloatExp.LARGEST_POWER, target);
    return target;
  }
}
