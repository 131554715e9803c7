package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.EifParameters.Combination;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EifEstimatorTest {
  private static final InfluenceQuery QUERY = InfluenceQuery.pair(0, 1);

  private final SmallWorld world = new SmallWorld();

  @ParameterizedTest
  @EnumSource
  void theSecondQueryOfAnEstimatorGivesWhatTheFirstGave(EifForm form) {
    InfluenceEstimator estimator = estimator(form, world.bundle(), EifParameters.DEFAULT);

    double[] first = estimator.estimate(QUERY, JobContext.unattended()).influences();
    assertArrayEquals(first, estimator.estimate(QUERY, JobContext.unattended()).influences());
  }

  @ParameterizedTest
  @EnumSource
  void whatEarlierQueriesLeftBehindChangesNothing(EifForm form) {
    InfluenceEstimator used = estimator(form, world.bundle(), EifParameters.DEFAULT);
    used.estimate(QUERY, JobContext.unattended());
    used.estimate(InfluenceQuery.pair(2, 3), JobContext.unattended());
    InfluenceQuery shared = InfluenceQuery.pair(1, 2);
    InfluenceQuery mixed = InfluenceQuery.pair(3, 4);

    for (InfluenceQuery query : List.of(shared, mixed)) {
      double[] alone =
          estimator(form, world.bundle(), EifParameters.DEFAULT)
              .estimate(query, JobContext.unattended())
              .influences();
      assertArrayEquals(
          alone,
          used.estimate(query, JobContext.unattended()).influences(),
          // PyTorch may add up in another order when other rows are multiplied with them.
          form == EifForm.LOW_RANK_TORCH ? 1e-9 : 0,
          query.title());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theModelStaysAsItIs(EifForm form) {
    EmbeddingBundle bundle = world.bundle();
    float[] before = bundle.head().weight();

    estimator(form, bundle, EifParameters.DEFAULT).estimate(QUERY, JobContext.unattended());

    assertArrayEquals(before, bundle.head().weight());
  }

  static Stream<Arguments> formsAndCombinations() {
    return Arrays.stream(EifForm.values())
        .flatMap(f -> Arrays.stream(Combination.values()).map(c -> Arguments.of(f, c)));
  }

  @ParameterizedTest
  @MethodSource("formsAndCombinations")
  void aPairWithEqualEmbeddingsHasNoInfluence(EifForm form, Combination combination) {
    System.arraycopy(world.test, 0, world.test, SmallWorld.FEATURES, SmallWorld.FEATURES);

    InfluenceScores scores =
        estimator(
                form,
                world.bundle(),
                EifParameters.DEFAULT.withThetas(3).withCombination(combination))
            .estimate(QUERY, JobContext.unattended());

    assertEquals(0, scores.distance());
    assertArrayEquals(new double[SmallWorld.TRAIN], scores.influences());
    assertArrayEquals(new int[0], scores.harmful());
    assertArrayEquals(new int[0], scores.helpful());
  }

  @ParameterizedTest
  @EnumSource
  void theQuotientDividesByTheChangeOfDistance(EifForm form) {
    EifParameters quotient = EifParameters.DEFAULT.withCombination(Combination.QUOTIENT);

    InfluenceScores scores =
        estimator(form, world.bundle(), quotient).estimate(QUERY, JobContext.unattended());

    double[] expected =
        IntStream.range(0, scores.size())
            .mapToDouble(i -> scores.deltaLoss(0, i) / scores.deltaDistance(0))
            .toArray();
    assertArrayEquals(expected, scores.influences());
  }

  @ParameterizedTest
  @EnumSource
  void threeThetasAreAveraged(EifForm form) {
    InfluenceScores scores =
        estimator(form, world.bundle(), EifParameters.DEFAULT.withThetas(3))
            .estimate(QUERY, JobContext.unattended());

    double[] expected = new double[scores.size()];
    for (int t = 0; t < 3; t++) {
      for (int i = 0; i < expected.length; i++) {
        expected[i] += scores.deltaLoss(t, i) * scores.deltaDistance(t) / 3;
      }
    }
    assertArrayEquals(expected, scores.influences(), 1e-15);
  }

  @ParameterizedTest
  @EnumSource
  void aTrainingFeatureThatIsNoNumberIsNamed(EifForm form) {
    world.train[12 * SmallWorld.FEATURES] = Float.NaN;

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                estimator(form, world.bundle(), EifParameters.DEFAULT)
                    .estimate(QUERY, JobContext.unattended()));
    assertEquals("The loss of training sample 12 is NaN", problem.what());
  }

  @ParameterizedTest
  @EnumSource
  void aTestFeatureThatIsNoNumberIsNamed(EifForm form) {
    world.test[0] = Float.NaN;

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                estimator(form, world.bundle(), EifParameters.DEFAULT)
                    .estimate(QUERY, JobContext.unattended()));
    assertEquals("The distance of the pairs is NaN after 0 steps", problem.what());
  }

  @ParameterizedTest
  @EnumSource
  void cancellingEndsIt(EifForm form) {
    assertThrows(
        JobCancelledException.class,
        () ->
            estimator(form, world.bundle(), EifParameters.DEFAULT)
                .estimate(QUERY, new Cancelled()));
  }

  @ParameterizedTest
  @EnumSource
  void aQueryOutsideTheTestSetIsRefused(EifForm form) {
    InfluenceEstimator estimator = estimator(form, world.bundle(), EifParameters.DEFAULT);
    InfluenceQuery outside = InfluenceQuery.pair(0, SmallWorld.TEST);

    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> estimator.estimate(outside, JobContext.unattended()));
    assertEquals("There is no test sample 10", problem.what());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void otherNumbersOfThetasAreRefused(int thetas) {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> EifParameters.DEFAULT.withThetas(thetas));
    assertEquals("thetas is " + thetas + ". Allowed: 1, 2, 3.", problem.getMessage());
  }

  private static InfluenceEstimator estimator(
      EifForm form, EmbeddingBundle bundle, EifParameters parameters) {
    return form.estimator(bundle, LossSpec.PROXY_NCA, parameters);
  }

  private static final class Cancelled implements JobContext {
    @Override
    public void progress(long done, long total, String unit) {}

    @Override
    public void log(String line) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }
}
