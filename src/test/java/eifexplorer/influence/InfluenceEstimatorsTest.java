package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfluenceEstimatorsTest {
  private final SmallWorld world = new SmallWorld();
  private final InfluenceEstimators estimators = InfluenceEstimators.standard();

  @Test
  void optionsReachTheEstimator() {
    Map<String, String> options = Map.of("thetas", "2", "steps", "3", "combination", "Quotient");
    EifParameters parameters =
        new EifParameters(3, 0.001, 1, 2, EifParameters.Combination.QUOTIENT);
    InfluenceQuery query = InfluenceQuery.pair(0, 1);

    assertArrayEquals(
        new EifEstimator(world.bundle(), LossSpec.SOFT_TRIPLE, parameters)
            .estimate(query, JobContext.unattended())
            .influences(),
        estimators
            .create("eif", world.bundle(), LossSpec.SOFT_TRIPLE, options)
            .estimate(query, JobContext.unattended())
            .influences());
  }

  @Test
  void theLowRankFormIsTheFirst() {
    assertEquals(
        List.of(
            "eif",
            "eif-direct",
            "if",
            "if-exact",
            "gradient-dot",
            "gradient-cosine",
            "tracin",
            "trak",
            "representer",
            "self-influence"),
        estimators.all().stream().map(EstimatorFactory::id).toList());
  }

  @Test
  void everyEstimatorHasTheIdAndTitleItWasMadeBy() {
    List<EstimatorFactory> withoutHistory =
        estimators.all().stream().filter(f -> !f.id().equals("tracin")).toList();
    for (EstimatorFactory factory : withoutHistory) {
      InfluenceEstimator made =
          factory.create(new TrainingPasses(world.bundle(), LossSpec.PROXY_NCA), Map.of());
      assertEquals(factory.id() + factory.title(), made.id() + made.title());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps | many | steps is many. Allowed: 1 to 10000.",
        "thetas | 5 | thetas is 5. Allowed: 1, 2, 3.",
        "combination | sum | combination is sum. Allowed: product, quotient.",
        "speed | 1 | There is no option \"speed\": estimator eif. It has: steps, lr, early-stop,"
            + " thetas, combination."
      })
  void aWrongOptionIsRefusedByName(String name, String value, String message) {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                estimators.create("eif", world.bundle(), LossSpec.PROXY_NCA, Map.of(name, value)));
    assertEquals(message, problem.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "if | scale | 1e-320 | scale is 1.0E-320. Allowed: 1e-9 to 1e9.",
        "if | scale | 1e-6 | The influence function's recursion grew beyond all numbers: scale"
            + " 1.0E-6. Take a larger scale.",
        "if-exact | share | 1e-320 | share is 1.0E-320. Allowed: 1e-9 to 1.",
        "if-exact | share | 2 | share is 2. Allowed: 1e-9 to 1.",
        "if-exact | iterations | -1 | iterations is -1. Allowed: 1 or more.",
        "eif | lr | 1e-320 | learning rate is 1.0E-320. Allowed: 1e-9 to 1000.",
        "eif | lr | 1e200 | learning rate is 1.0E200. Allowed: 1e-9 to 1000.",
        "if-exact | damping | 1e300 | damping is 1.0E300. Allowed: 1e-9 to 1e9."
      })
  void settingsThatLeaveNoScoreAreRefused(String id, String name, String value, String message) {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                estimators
                    .create(id, world.bundle(), LossSpec.PROXY_NCA, Map.of(name, value))
                    .estimate(InfluenceQuery.pair(0, 1), JobContext.unattended()));
    assertEquals(message, problem.getMessage());
  }

  @Test
  void anUnknownEstimatorIsRefusedByName() {
    ProblemException problem = assertThrows(ProblemException.class, () -> estimators.byId("magic"));
    assertEquals(
        "estimator is magic. Allowed: eif, eif-direct, if, if-exact, gradient-dot,"
            + " gradient-cosine, tracin, trak, representer, self-influence.",
        problem.getMessage());
  }
}
