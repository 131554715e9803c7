package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.influence.EifParameters.Combination;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.Kernels;
import eifexplorer.training.HeadHistory;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Kernels.class)
class DerivativeEstimatorsTest {
  private final MatrixMath math;

  DerivativeEstimatorsTest(Kernels kernels) {
    math = kernels.math();
  }

  private static final InfluenceQuery QUERY = InfluenceQuery.pair(0, 1);
  private static final JobContext QUIET = JobContext.unattended();

  private final SmallWorld world = new SmallWorld();

  private InfluenceEstimator create(String id, LossSpec loss, Map<String, String> options) {
    return InfluenceEstimators.standard(math).create(id, world.bundle(), loss, options);
  }

  private double[] influences(String id, Map<String, String> options) {
    return create(id, LossSpec.SOFT_TRIPLE, options).estimate(QUERY, QUIET).influences();
  }

  @Test
  void theGradientProductIsWhatASmallStepChanges() {
    double rate = 1e-6;
    InfluenceScores step =
        new DirectEifEstimator(
                world.bundle(),
                LossSpec.SOFT_TRIPLE,
                new EifParameters(1, rate, 1, 1, Combination.PRODUCT))
            .estimate(QUERY, QUIET);
    double[] expected = new double[SmallWorld.TRAIN];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = step.deltaLoss(0, i) / rate;
    }

    assertArrayEquals(expected, influences("gradient-dot", Map.of()), 1e-3);
  }

  @Test
  void theCosineHasTheProductsSignWithin1() {
    double[] dot = influences("gradient-dot", Map.of());
    double[] cosine = influences("gradient-cosine", Map.of());
    for (int i = 0; i < dot.length; i++) {
      assertEquals(Math.signum(dot[i]), Math.signum(cosine[i]));
      assertEquals(0, cosine[i], 1 + 1e-6);
    }
  }

  @Test
  void selfInfluenceIsTheGradientsSquareWithTheProductsSign() {
    double[] dot = influences("gradient-dot", Map.of());
    double[] cosine = influences("gradient-cosine", Map.of());
    double[] self = influences("self-influence", Map.of());
    // dot = cosine |query| |sample|, so that the samples' lengths are known but for one factor.
    double factor = self[0] / (Math.signum(dot[0]) * Math.pow(dot[0] / cosine[0], 2));
    for (int i = 0; i < dot.length; i++) {
      double expected = factor * Math.signum(dot[i]) * Math.pow(dot[i] / cosine[i], 2);
      assertEquals(expected, self[i], 1e-4 * Math.abs(expected));
    }
  }

  @Test
  void tracedEpochsAreGradientProductsTimesTheirRates(@TempDir Path folder) {
    HeadHistory history = new HeadHistory(folder);
    EmbeddingBundle last = world.bundle();
    float[] weight = last.head().weight();
    for (int i = 0; i < weight.length; i += 2) {
      weight[i] *= 0.5f;
    }
    EmbeddingHead first = new EmbeddingHead(weight, last.head().bias());
    history.keep(1, new HeadHistory.State(first, last.proxies(), 0.5));
    history.keep(2, new HeadHistory.State(last.head(), last.proxies(), 0.25));
    double[] late = influences("gradient-dot", Map.of());
    double[] early =
        new GradientDotEstimator(
                new TrainingPasses(math, withHead(last, first), LossSpec.SOFT_TRIPLE),
                GradientDotEstimator.Form.DOT)
            .estimate(QUERY, QUIET)
            .influences();
    double[] expected = new double[late.length];
    for (int i = 0; i < late.length; i++) {
      expected[i] = 0.5 * early[i] + 0.25 * late[i];
    }

    assertArrayEquals(expected, influences("tracin", Map.of("epochs", folder.toString())), 1e-12);
  }

  private static EmbeddingBundle withHead(EmbeddingBundle bundle, EmbeddingHead head) {
    return new EmbeddingBundle(
        bundle.trainFeatures(),
        bundle.trainLabels(),
        bundle.testFeatures(),
        bundle.testLabels(),
        head,
        bundle.proxies(),
        List.of(),
        List.of());
  }

  @Test
  void aModelWithoutARunCannotBeTraced() {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> influences("tracin", Map.of()));
    assertEquals("No epochs were kept of the run that trained this model", problem.what());
  }

  @Test
  void representersAreTheContributionsToThePairsCosines() {
    double[] expected = new double[SmallWorld.TRAIN];
    double[][] cosines = world.testCosines();
    for (int i = 0; i < expected.length; i++) {
      double[] alpha = world.missingProbabilities(i, 20, .01);
      double gap = 0;
      for (int c = 0; c < SmallWorld.CLASSES; c++) {
        gap += alpha[c] * (cosines[0][c] - cosines[1][c]);
      }
      double kernel = 0;
      for (int f = 0; f < SmallWorld.FEATURES; f++) {
        kernel +=
            world.train[i * SmallWorld.FEATURES + f]
                * (world.test[f] - world.test[SmallWorld.FEATURES + f]);
      }
      expected[i] = -gap * kernel;
    }

    assertArrayEquals(expected, influences("representer", Map.of()), 1e-4);
  }

  @Test
  void withMuchDampingTheInverseIsTheGradientProduct() {
    double[] dot = influences("gradient-dot", Map.of());
    double[] damped = influences("if-exact", Map.of("damping", "1e9"));
    int strongest = 0;
    for (int i = 0; i < dot.length; i++) {
      strongest = Math.abs(dot[i]) > Math.abs(dot[strongest]) ? i : strongest;
    }
    for (int i = 0; i < dot.length; i++) {
      assertEquals(dot[i] / dot[strongest], damped[i] / damped[strongest], 1e-4);
    }
  }

  @Test
  void theInverseHasConverged() {
    double[] some = influences("if-exact", Map.of("iterations", "60"));
    double[] more = influences("if-exact", Map.of("iterations", "200"));
    double largest = 0;
    for (double value : more) {
      largest = Math.max(largest, Math.abs(value));
    }

    assertArrayEquals(more, some, 5e-3 * largest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if",
        "if-exact",
        "gradient-dot",
        "gradient-cosine",
        "representer",
        "self-influence"
      })
  void equalEmbeddingsHaveNoInfluence(String id) {
    System.arraycopy(world.test, 0, world.test, SmallWorld.FEATURES, SmallWorld.FEATURES);

    assertArrayEquals(new double[SmallWorld.TRAIN], influences(id, Map.of()), 1e-30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if",
        "if-exact",
        "gradient-dot",
        "gradient-cosine",
        "representer",
        "self-influence"
      })
  void featuresThatAreNoNumbersAreNamed(String id) {
    world.train[12 * SmallWorld.FEATURES] = Float.NaN;
    ProblemException problem = assertThrows(ProblemException.class, () -> influences(id, Map.of()));
    assertEquals("The loss of training sample 12 is NaN", problem.what());

    world.test[0] = Float.POSITIVE_INFINITY;
    problem = assertThrows(ProblemException.class, () -> influences(id, Map.of()));
    assertEquals("The distance of the pairs is NaN", problem.what());
  }
}
