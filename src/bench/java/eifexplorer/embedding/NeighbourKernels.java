package eifexplorer.embedding;

import eifexplorer.math.JavaMatrixMath;
import eifexplorer.job.JobContext;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nearest neighbours and the matrix product they stand on. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NeighbourKernels {
  private static final int ROWS = 5924;
  private static final int EMBEDDING = 512;

  private final JavaMatrixMath math = new JavaMatrixMath();
  private HeapFeatures embeddings;
  private float[] left;
  private float[] right;
  private float[] product;

  /** Draws the numbers. */
  @Setup
  public void draw() {
    Random random = new Random(0);
    embeddings = new HeapFeatures(values(random, ROWS * EMBEDDING), ROWS, EMBEDDING);
    left = values(random, 1024 * EMBEDDING);
    right = values(random, 1024 * EMBEDDING);
    product = new float[1024 * 1024];
  }

  private static float[] values(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** The nearest other row of each of 5,924 embeddings (CUB's test set). */
  @Benchmark
  public NeighbourTable nearest() {
    return new NearestNeighbours(math)
        .within(embeddings, Metric.EUCLIDEAN, 1, JobContext.unattended());
  }

  /** 1,024 x 512 times 512 x 1,024. */
  @Benchmark
  public float[] product() {
    math.timesTransposed(left, 1024, right, 1024, EMBEDDING, product);
    return product;
  }
}
