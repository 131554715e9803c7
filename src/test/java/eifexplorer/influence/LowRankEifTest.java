package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.influence.EifParameters.Combination;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.testing.Kernels;
import eifexplorer.testing.Tolerance;
import eifexplorer.training.LossSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The low-rank form against the direct one, on models of many shapes. */
class LowRankEifTest {
  /** Paths are walked in double precision. */
  private static final double DISTANCES = 1e-9;

  /** Training samples are looked at in single precision. */
  private static final Tolerance CHANGES = new Tolerance(1e-5, 1e-5);

  static Stream<Arguments> cases() {
    return Arrays.stream(Kernels.values())
        .flatMap(k -> IntStream.range(0, 200).mapToObj(seed -> Arguments.of(k, seed)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothFormsGiveTheSame(Kernels kernels, int seed) {
    Random random = new Random(seed);
    LossSpec loss =
        random.nextBoolean()
            ? LossSpec.PROXY_NCA
            : LossSpec.SOFT_TRIPLE.withCentres(1 + random.nextInt(3));
    int tests = 2 + random.nextInt(12);
    EmbeddingBundle bundle = bundle(random, tests, loss.centresPerClass());
    InfluenceQuery query = query(random, tests);
    EifParameters parameters = parameters(random);
    long keptBytes = random.nextBoolean() ? 0 : Long.MAX_VALUE;

    DirectEifEstimator direct = new DirectEifEstimator(bundle, loss, parameters);
    EifEstimator lowRank =
        new EifEstimator(new TrainingPasses(kernels.math(), bundle, loss, keptBytes), parameters);

    checkPaths(
        direct.paths(query, JobContext.unattended()),
        lowRank.paths(query, JobContext.unattended()));
    checkScores(
        direct.estimate(query, JobContext.unattended()),
        lowRank.estimate(query, JobContext.unattended()));
  }

  private static void checkPaths(List<ThetaPath> expected, List<ThetaPath> actual) {
    assertEquals(
        expected.stream().map(p -> List.of(p.direction(), p.steps(), p.stopped())).toList(),
        actual.stream().map(p -> List.of(p.direction(), p.steps(), p.stopped())).toList());
    for (int t = 0; t < expected.size(); t++) {
      assertArrayEquals(expected.get(t).distances(), actual.get(t).distances(), DISTANCES);
    }
  }

  private static void checkScores(InfluenceScores expected, InfluenceScores actual) {
    CHANGES.check("influence", expected.influences(), actual.influences());
    assertEquals(expected.thetas(), actual.thetas());
    for (int t = 0; t < expected.thetas(); t++) {
      CHANGES.check("change of loss", deltaLoss(expected, t), deltaLoss(actual, t));
    }
  }

  private static double[] deltaLoss(InfluenceScores scores, int theta) {
    return IntStream.range(0, scores.size()).mapToDouble(i -> scores.deltaLoss(theta, i)).toArray();
  }

  /** Sizes on either side of a block and of one another; some samples twice, some close to another. */
  private static EmbeddingBundle bundle(Random random, int tests, int centres) {
    int train = 1 + random.nextInt(300);
    int features = 1 + random.nextInt(20);
    int size = 1 + random.nextInt(12);
    int classes = 2 + random.nextInt(6);
    float[] test = floats(random, tests * features);
    if (random.nextInt(3) == 0) {
      float noise = random.nextBoolean() ? 0 : 1e-3f;
      for (int f = 0; f < features; f++) {
        test[features + f] = test[f] + noise * (float) random.nextGaussian();
      }
    }
    return new EmbeddingBundle(
        new HeapFeatures(floats(random, train * features), train, features),
        random.ints(train, 0, classes).toArray(),
        new HeapFeatures(test, tests, features),
        random.ints(tests, 0, classes).toArray(),
        new EmbeddingHead(floats(random, size * features), floats(random, size)),
        new Proxies(floats(random, classes * centres * size), size, centres),
        List.of(),
        List.of());
  }

  /** One pair or several; samples are shared, pairs may occur twice. */
  private static InfluenceQuery query(Random random, int tests) {
    int count = random.nextBoolean() ? 1 : 1 + random.nextInt(20);
    List<TestPair> pairs = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      int first = random.nextInt(tests);
      pairs.add(new TestPair(first, (first + 1 + random.nextInt(tests - 1)) % tests));
    }
    return new InfluenceQuery(pairs, "random");
  }

  /** Steps from hardly any to so large that the early stop ends the walk. */
  private static EifParameters parameters(Random random) {
    return new EifParameters(
        1 + random.nextInt(60),
        Math.pow(10, -5 + 5 * random.nextDouble()),
        random.nextBoolean() ? 1 : 0.1,
        1 + random.nextInt(3),
        Combination.PRODUCT);
  }

  private static float[] floats(Random random, int n) {
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }
}
