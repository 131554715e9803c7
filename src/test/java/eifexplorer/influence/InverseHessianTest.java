package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.testing.Kernels;
import eifexplorer.training.LossSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InverseHessianTest {
  private static final JobContext QUIET = JobContext.unattended();
  private static final int FEATURES = 24;
  private static final int SIZE = 16;
  private static final int CLASSES = 3;

  /** A made-up model of so many training samples, many weights and few classes. */
  private static EmbeddingBundle model(int samples) {
    Random random = new Random(1);
    return new EmbeddingBundle(
        new HeapFeatures(floats(samples * FEATURES, random), samples, FEATURES),
        IntStream.range(0, samples).map(i -> i % CLASSES).toArray(),
        new HeapFeatures(floats(4 * FEATURES, random), 4, FEATURES),
        new int[] {0, 1, 0, 1},
        new EmbeddingHead(floats(SIZE * FEATURES, random), floats(SIZE, random)),
        new Proxies(floats(CLASSES * SIZE, random), SIZE, 1),
        List.of(),
        List.of());
  }

  private static float[] floats(int n, Random random) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static PairDistance pair(EmbeddingBundle bundle) {
    return new PairDistance(bundle, InfluenceQuery.pair(0, 1));
  }

  private static void assertClose(double[] expected, double[] actual, double relative) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertArrayEquals(expected, actual, relative * largest);
  }

  private static TrainingDerivatives derivatives(MatrixMath math, EmbeddingBundle bundle) {
    return new TrainingPasses(math, bundle, LossSpec.SOFT_TRIPLE).derivatives();
  }

  @ParameterizedTest
  @EnumSource(Kernels.class)
  void solvedOverTheLogitsItIsTheSameAsOverTheWeights(Kernels kernels) {
    EmbeddingBundle bundle = model(50);
    TrainingDerivatives training = derivatives(kernels.math(), bundle);
    for (boolean ofTop : new boolean[] {true, false}) {
      // The curvature along a query is far below the top eigenvalue: with less damping of it the
      // system's condition, not the way it is solved, says what single precision leaves.
      ConjugateInverse inverse =
          new ConjugateInverse(ofTop ? .02 : 2, ofTop, new ConjugateGradients(200, 1e-8));
      double[] overWeights =
          training.products(inverse.direction(pair(bundle), training, QUIET), QUIET);
      assertEquals(true, training.dual(QUIET).isPresent());
      assertClose(overWeights, inverse.products(pair(bundle), training, QUIET), 1e-5);
    }
  }

  /** The recursion as it is written, sample by sample in double precision, by differences of gradients. */
  @ParameterizedTest
  @EnumSource(Kernels.class)
  void theRecursionIsTheOneThatIsWrittenDown(Kernels kernels) {
    EmbeddingBundle bundle = model(24);
    TrainingDerivatives training = derivatives(kernels.math(), bundle);
    double damping = .05;
    double scale = 200;
    double[][] v = pair(bundle).gradient(training.embeddings(pair(bundle)));
    double[][] h = Arrays.stream(v).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < 24; i++) {
      double[] feature = Matrices.rows(training.rows(i, i + 1), FEATURES)[0];
      double[] y = new double[SIZE];
      for (int r = 0; r < SIZE; r++) {
        for (int c = 0; c < FEATURES; c++) {
          y[r] += h[r][c] * feature[c];
        }
      }
      double[] moved = hessianTimes(bundle, i, feature, y);
      for (int r = 0; r < SIZE; r++) {
        for (int c = 0; c < FEATURES; c++) {
          h[r][c] = v[r][c] + (1 - damping) * h[r][c] - moved[r] * feature[c] / scale;
        }
      }
    }
    double[] expected = Arrays.stream(Matrices.flat(h)).map(value -> value / scale).toArray();

    for (int stretch : new int[] {1536, 8}) {
      float[][] direction =
          new StochasticInverse(damping, scale, stretch).direction(pair(bundle), training, QUIET);
      assertClose(expected, Matrices.flat(toDoubles(direction)), 1e-5);
    }
  }

  private static double[][] toDoubles(float[][] rows) {
    return Arrays.stream(rows)
        .map(row -> IntStream.range(0, row.length).mapToDouble(i -> row[i]).toArray())
        .toArray(double[][]::new);
  }

  private static double[] hessianTimes(
      EmbeddingBundle bundle, int sample, double[] feature, double[] y) {
    double step = 1e-5;
    double[] embedding = new double[SIZE];
    double[][] weight = Matrices.rows(bundle.head().weight(), FEATURES);
    for (int r = 0; r < SIZE; r++) {
      embedding[r] = bundle.head().bias()[r];
      for (int c = 0; c < FEATURES; c++) {
        embedding[r] += weight[r][c] * feature[c];
      }
    }
    double[][] gradients = new double[2][];
    for (int side = 0; side < 2; side++) {
      double[] moved = embedding.clone();
      for (int r = 0; r < SIZE; r++) {
        moved[r] += (side == 0 ? step : -step) * y[r];
      }
      gradients[side] =
          LossSpec.SOFT_TRIPLE
              .over(bundle.proxies())
              .gradients(moved, new int[] {bundle.trainLabels()[sample]}, null)
              .embeddings();
    }
    double[] product = new double[SIZE];
    for (int r = 0; r < SIZE; r++) {
      product[r] = (gradients[0][r] - gradients[1][r]) / (2 * step);
    }
    return product;
  }

  @Test
  void ofManySamplesThoseAtTheEndAreEnough() {
    EmbeddingBundle bundle = model(400);
    TrainingDerivatives training = derivatives(new JavaMatrixMath(), bundle);
    StochasticInverse recursion = new StochasticInverse(.3, 500);
    double[] expected = recursion.products(pair(bundle), training, QUIET);
    EmbeddingBundle changed =
        bundle.with(
            with -> {
              float[] features = bundle.trainFeatures().toArray();
              Arrays.fill(features, 0, 100 * FEATURES, 1);
              with.trainFeatures(new HeapFeatures(features, 400, FEATURES));
            });
    TrainingDerivatives others = derivatives(new JavaMatrixMath(), changed);

    double[] actual = new StochasticInverse(.3, 500).products(pair(changed), others, QUIET);

    assertClose(Arrays.copyOfRange(expected, 100, 400), Arrays.copyOfRange(actual, 100, 400), 1e-5);
    assertArrayEquals(expected, recursion.products(pair(bundle), training, QUIET));
  }

  /** After some queries features' products are kept, by which rounding differs. */
  @ParameterizedTest
  @EnumSource(Kernels.class)
  void theLastOfManyQueriesIsAnsweredAsTheFirst(Kernels kernels) {
    EmbeddingBundle bundle = model(100);
    TrainingDerivatives training = derivatives(kernels.math(), bundle);
    StochasticInverse recursion = new StochasticInverse(.3, 500);
    double[] first = recursion.products(pair(bundle), training, QUIET);
    double[] last = first;
    for (int query = 0; query < 8; query++) {
      last = recursion.products(pair(bundle), training, QUIET);
    }
    assertClose(first, last, 1e-5);
  }

  @Test
  void withoutDampingNoSampleIsForgotten() {
    EmbeddingBundle bundle =
        model(64)
            .with(
                with -> {
                  // The last samples, without features, move nothing.
                  float[] features = floats(64 * FEATURES, new Random(2));
                  Arrays.fill(features, 48 * FEATURES, 64 * FEATURES, 0);
                  with.trainFeatures(new HeapFeatures(features, 64, FEATURES));
                });
    TrainingDerivatives training = derivatives(new JavaMatrixMath(), bundle);
    double[] expected = new StochasticInverse(1e-12, 50).products(pair(bundle), training, QUIET);

    double[] actual = new StochasticInverse(0, 50).products(pair(bundle), training, QUIET);

    assertClose(expected, actual, 1e-6);
  }
}
