package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.NamedSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.NaiveMatrixMath;
import eifexplorer.testing.SmallBundle;
import eifexplorer.testing.SmallInputs;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Fingerprint;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationsTest {
  private static final JobContext QUIET = JobContext.unattended();
  private final MatrixMath math = new JavaMatrixMath();
  private final InfluenceEstimators estimators = InfluenceEstimators.standard();
  private final Explanations explanations = new Explanations(math, estimators, "test");
  private final EmbeddingBundle bundle = SmallBundle.proxyNca();
  private final ExplorerSession session = session();

  private ExplorerSession session() {
    return new SessionBuilder(math)
        .build("s", SmallInputs.of(bundle).dataset(), bundle, LossSpec.PROXY_NCA, "m", QUIET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eif", "eif-direct", "if", "if-exact", "gradient-dot", "representer"})
  void anEstimatorIsMadeOnceForASessionAndItsSettings(String id) {
    InfluenceEstimator first = explanations.estimator(session, id, Map.of());
    assertSame(first, explanations.estimator(session, id, Map.of()));
    assertNotSame(first, explanations.estimator(session(), id, Map.of()));
    InfluenceQuery query = InfluenceQuery.pair(0, 1);
    assertArrayEquals(
        estimators
            .create(id, bundle, LossSpec.PROXY_NCA, Map.of())
            .estimate(query, QUIET)
            .influences(),
        first.estimate(query, QUIET).influences());
  }

  private boolean isKept(String id) {
    InteractiveEstimator own = (InteractiveEstimator) session.estimator();
    return own.kept().find(new KeptEstimators.Setting(id, Map.of())).isPresent();
  }

  @Test
  void whatOtherSurveysAreMadeWithIsNotKeptAfterThem() {
    OtherSurveys.Surveys made = explanations.otherSurveys(session, QUIET);

    assertEquals(
        List.of("Gradient dot product", "TRAK"),
        made.surveys().stream().map(NamedSurvey::estimator).toList());
    assertFalse(isKept("trak"));
    assertFalse(isKept("gradient-dot"));
  }

  @Test
  void estimatorsThatScoresAreHeldAgainstAreThoseThatAreKept() {
    InfluenceQuery query = InfluenceQuery.pair(0, 1);
    InfluenceScores scores = session.estimator().estimate(query, QUIET);

    assertTrue(explanations.stability(session, "eif", Map.of(), query, scores, QUIET).isPresent());

    assertTrue(isKept("trak"));
    assertTrue(isKept("gradient-dot"));
  }

  @Test
  void imagesAreLookedAtOnceWhateverEstimatorASessionHas() {
    assertSame(
        explanations.insights(session),
        explanations.insights(
            session.withEstimator(explanations.estimator(session, "trak", Map.of()))));
  }

  @Test
  void aStandardValueIsNoOtherSetting() {
    InfluenceEstimator ten = explanations.estimator(session, "eif", Map.of("steps", "10"));
    String thetas = String.valueOf(EifParameters.DEFAULT.thetas());
    assertSame(
        ten, explanations.estimator(session, "eif", Map.of("steps", " 10", "thetas", thetas)));
    assertNotSame(ten, explanations.estimator(session, "eif", Map.of("steps", "11")));
    assertNotSame(ten, explanations.estimator(session, "eif", Map.of()));
  }

  @Test
  void aWrongSettingIsRefusedEachTime() {
    explanations.estimator(session, "eif", Map.of());
    for (int time = 0; time < 2; time++) {
      ProblemException problem =
          assertThrows(
              ProblemException.class,
              () -> explanations.estimator(session, "eif", Map.of("speed", "1")));
      assertEquals(
          "There is no option \"speed\": estimator eif. It has: steps, lr, early-stop, thetas,"
              + " combination.",
          problem.getMessage());
    }
  }

  @Test
  void scoresOfOtherKernelsAreOthers() {
    MatrixMath other =
        new NaiveMatrixMath() {
          @Override
          public String kernels() {
            return "other";
          }
        };
    assertEquals(key(math), key(new NaiveMatrixMath()));
    assertNotEquals(key(math), key(other));
  }

  private Fingerprint key(MatrixMath with) {
    return new Explanations(with, estimators, "test")
        .resultKey(session, "eif", Map.of(), InfluenceQuery.pair(0, 1));
  }

  @Test
  void nothingIsKeptOfAClosedSession() throws InterruptedException {
    WeakReference<?> before = used();
    session.close();
    WeakReference<?> after = used();
    for (WeakReference<?> estimator : List.of(before, after)) {
      for (int time = 0; estimator.get() != null && time < 100; time++) {
        System.gc();
        Thread.sleep(1);
      }
      assertNull(estimator.get());
    }
  }

  private WeakReference<?> used() {
    InfluenceEstimator estimator = explanations.estimator(session, "gradient-dot", Map.of());
    InfluenceQuery query = InfluenceQuery.pair(0, 1);
    InfluenceScores scores = estimator.estimate(query, QUIET);
    assertTrue(
        explanations
            .stability(session, "gradient-dot", Map.of(), query, scores, QUIET)
            .isPresent());
    return new WeakReference<>(estimator);
  }
}
