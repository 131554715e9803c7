package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.Kernels;
import eifexplorer.training.HeadHistory;
import eifexplorer.training.LossSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kernels.class)
class TrakEstimatorTest {
  private final MatrixMath math;

  TrakEstimatorTest(Kernels kernels) {
    math = kernels.math();
  }

  private final SmallWorld world = new SmallWorld();
  private final EmbeddingBundle bundle = world.bundle();

  private TrainingPasses model(LossSpec loss) {
    return new TrainingPasses(bundle, loss);
  }

  private double[] scores(LossSpec loss, EmbeddingBundle of, long mostBytes, InfluenceQuery query) {
    return new TrakEstimator(new TrainingPasses(math, of, loss, mostBytes), .5, List.of())
        .estimate(query, JobContext.unattended())
        .influences();
  }

  @Test
  void aKernelThatIsNotKeptGivesTheSame() {
    InfluenceQuery query =
        new InfluenceQuery(List.of(new TestPair(0, 1), new TestPair(2, 1)), "two pairs");
    double[] kept = scores(LossSpec.PROXY_NCA, bundle, Long.MAX_VALUE, query);
    double[] solved = scores(LossSpec.PROXY_NCA, bundle, 0, query);

    double largest = Arrays.stream(kept).map(Math::abs).max().orElseThrow();
    assertArrayEquals(kept, solved, 1e-3 * largest);
  }

  @Test
  void aGroupIsTheMeanOfItsPairsAndManyAtOnceAreEachAlone() {
    TrakEstimator trak = new TrakEstimator(model(LossSpec.SOFT_TRIPLE), 1, List.of());
    List<InfluenceQuery> pairs =
        IntStream.range(1, 10).mapToObj(i -> InfluenceQuery.pair(0, i)).toList();
    InfluenceQuery group =
        new InfluenceQuery(
            IntStream.range(1, 10).mapToObj(i -> new TestPair(0, i)).toList(), "all");
    List<InfluenceScores> all = trak.estimateAll(pairs, JobContext.unattended());
    double[] mean = new double[SmallWorld.TRAIN];
    for (int q = 0; q < pairs.size(); q++) {
      double[] alone = trak.estimate(pairs.get(q), JobContext.unattended()).influences();
      assertArrayEquals(alone, all.get(q).influences(), 1e-12);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += alone[i] / pairs.size();
      }
    }
    assertArrayEquals(mean, trak.estimate(group, JobContext.unattended()).influences(), 1e-12);
  }

  @Test
  void overEpochsItIsTheMeanOfTheSolutionsTimesTheMeanOfTheDoubts() {
    HeadHistory.State now = new HeadHistory.State(bundle.head(), bundle.proxies(), .1);
    InfluenceQuery query = InfluenceQuery.pair(0, 1);
    double[] once = scores(LossSpec.PROXY_NCA, bundle, Long.MAX_VALUE, query);
    double[] twice =
        new TrakEstimator(model(LossSpec.PROXY_NCA), .5, List.of(now, now))
            .estimate(query, JobContext.unattended())
            .influences();
    assertArrayEquals(once, twice, 1e-15);
  }

  @Test
  void theOutputsGradientsAreThoseOfSmallSteps() {
    OutputGradients outputs = new OutputGradients(model(LossSpec.NORM_SOFTMAX));
    OutputGradients.Block block = outputs.block(0, 2);
    double h = 1e-4;
    double[] moved = new double[SmallWorld.SIZE];
    double[] start = embedding(0);
    for (int r = 0; r < SmallWorld.SIZE; r++) {
      double[] up = start.clone();
      double[] down = start.clone();
      up[r] += h;
      down[r] -= h;
      moved[r] = (output(up) - output(down)) / (2 * h);
    }
    assertArrayEquals(moved, Arrays.copyOf(block.gradients(), SmallWorld.SIZE), 1e-5);
  }

  private double[] embedding(int sample) {
    float[] bias = bundle.head().bias();
    double[] embedding = new double[bias.length];
    for (int r = 0; r < bias.length; r++) {
      embedding[r] = bias[r];
      for (int c = 0; c < SmallWorld.FEATURES; c++) {
        embedding[r] +=
            (double) world.weight[r * SmallWorld.FEATURES + c]
                * world.train[sample * SmallWorld.FEATURES + c];
      }
    }
    return embedding;
  }

  /** log(p / (1 - p)) of sample 0's class. */
  private double output(double[] embedding) {
    double loss =
        LossSpec.NORM_SOFTMAX.over(bundle.proxies()).perSample(embedding, new int[] {0})[0];
    double p = Math.exp(-loss);
    return Math.log(p / (1 - p));
  }

  @Test
  void lossesWithSeveralCentresAreAnsweredToo() {
    LossSpec two = LossSpec.SOFT_TRIPLE.with("centresPerClass", 2);
    float[] proxies = new float[2 * SmallWorld.CLASSES * SmallWorld.SIZE];
    Random random = new Random(3);
    for (int i = 0; i < proxies.length; i++) {
      proxies[i] = (float) random.nextGaussian();
    }
    EmbeddingBundle of =
        bundle.with(with -> with.proxies(new Proxies(proxies, SmallWorld.SIZE, 2)));
    double[] kept = scores(two, of, Long.MAX_VALUE, InfluenceQuery.pair(0, 3));
    double[] solved = scores(two, of, 0, InfluenceQuery.pair(0, 3));
    double largest = Arrays.stream(kept).map(Math::abs).max().orElseThrow();
    assertArrayEquals(kept, solved, 1e-3 * largest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lambda | 0 | lambda is 0. Allowed: 1e-9 to 1e9.",
        "lambda | NaN | lambda is NaN. Allowed: 1e-9 to 1e9.",
        "lambda | 1e-320 | lambda is 1.0E-320. Allowed: 1e-9 to 1e9.",
        "weights | last | weights is last. Allowed: final, epochs."
      })
  void aWrongOptionIsRefusedByName(String name, String value, String message) {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                InfluenceEstimators.standard()
                    .create("trak", bundle, LossSpec.PROXY_NCA, Map.of(name, value)));
    assertEquals(message, problem.getMessage());
  }

  @Test
  void aLossWithoutProbabilitiesIsRefused() {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> new TrakEstimator(model(LossSpec.PROXY_ANCHOR), 1, List.of()));
    assertEquals(
        "The loss Proxy-Anchor gives no probability of a class, which the estimator's formula"
            + " needs. Use the estimator eif.",
        problem.getMessage());
  }

  @Test
  void aSampleThatIsNotFiniteIsNamed() {
    float[] train = world.train.clone();
    train[SmallWorld.FEATURES] = Float.NaN;
    HeapFeatures features = new HeapFeatures(train, SmallWorld.TRAIN, SmallWorld.FEATURES);
    EmbeddingBundle of = bundle.with(with -> with.trainFeatures(features));
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> scores(LossSpec.PROXY_NCA, of, Long.MAX_VALUE, InfluenceQuery.pair(0, 1)));
    assertEquals(
        "The loss of training sample 1 is NaN. Check its features for values that are not finite.",
        problem.getMessage());
  }
}
