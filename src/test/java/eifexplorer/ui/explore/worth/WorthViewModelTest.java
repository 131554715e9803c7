package eifexplorer.ui.explore.worth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.experiment.attribution.Worth;
import eifexplorer.job.JobCancelledException;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.EstimatorWorths;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededWorths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorthViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final HeldJobRunner held = new HeldJobRunner();
  private final List<String> used = new ArrayList<>();
  private final WorthViewModel worth =
      new WorthViewModel(
          new FxJobs(held, Runnable::run),
          new SeededWorths(),
          (id, options) -> used.add(id + options));

  @BeforeEach
  void show() {
    worth.explains("eif", Map.of());
    worth.show(session);
  }

  private void finishLast() {
    held.job(held.count() - 1).finish();
  }

  private void measured() {
    finishLast();
    worth.plan();
    finishLast();
    worth.measure();
    finishLast();
  }

  @Test
  void nothingIsSaidBeforeItWasLooked() {
    assertEquals("", worth.text());

    finishLast();

    assertEquals("not measured on this model", worth.text());
  }

  @Test
  void measuringStatesItsTimeFirst() {
    finishLast();
    assertFalse(worth.canMeasure());

    worth.plan();
    finishLast();

    assertTrue(worth.canMeasure());
    assertEquals("64 heads are trained in the background, about 1 min 20 s", worth.planText());
  }

  private String planned(EstimatorWorths worths) {
    WorthViewModel of = new WorthViewModel(new FxJobs(held, Runnable::run), worths, (id, to) -> {});
    of.explains("eif", Map.of());
    of.show(session);
    finishLast();
    of.plan();
    finishLast();
    return of.planText() + of.leftOutText();
  }

  @Test
  void whatAnInterruptedMeasurementKeptIsSaid() {
    assertEquals(
        "24 of 64 heads are kept. 40 heads are trained in the background, about 1 min 20 s",
        planned(new SeededWorths(24, 40, List.of())));
    assertEquals(
        "64 of 64 heads are kept. Only the estimators are left to be asked.",
        planned(new SeededWorths(64, 0, List.of())));
  }

  @Test
  void whatTheLossDoesNotAllowIsNamedBeforeItIsMeasured() {
    List<String> leftOut =
        List.of(
            "Left out: Gradient dot product, TracIn. The loss ArcFace is no softmax over one proxy"
                + " a class, which the estimator's formula needs.");
    assertEquals(
        "64 heads are trained in the background, about 1 min 20 s" + leftOut.get(0),
        planned(new SeededWorths(0, 64, leftOut)));
    Texts.use(Locale.GERMAN);
    try {
      assertEquals(
          "64 Heads werden im Hintergrund trainiert, etwa 1 min 20 sWeggelassen: Gradient dot"
              + " product, TracIn. Der Loss ArcFace ist kein Softmax über einen Proxy je Klasse,"
              + " den die Formel des Schätzers braucht.",
          planned(new SeededWorths(0, 64, leftOut)));
    } finally {
      Texts.use(Locale.ENGLISH);
    }
  }

  @Test
  void theChipSaysWhatWasMeasuredAsSoonAsItIs() {
    finishLast();
    worth.plan();
    finishLast();
    worth.measure();
    assertEquals("measuring what they are worth", worth.text());

    finishLast();

    assertEquals("predicts retraining: 0.26 (ceiling 0.97)", worth.text());
    assertEquals(
        List.of(
            "predicts retraining: 0.26 (ceiling 0.97)",
            "predicts retraining: 0.26",
            "predicts: 0.26",
            "0.26",
            ""),
        worth.texts());
  }

  @Test
  void aNumberThatWasHardlyMeasuredStandsNowhereWithoutItsBounds() {
    Worth of = SeededWorths.worth("trak", .5);
    Worth rough =
        new Worth(
            of.text(),
            of.id(),
            of.options(),
            of.mean(),
            OptionalDouble.of(.1),
            OptionalDouble.of(.9),
            of.measurement());

    assertEquals("0.50", WorthViewModel.number(of));
    assertEquals("0.50 (0.10 to 0.90)", WorthViewModel.number(rough));
  }

  @Test
  void whatWasHardlyMeasuredIsTranslatedWithItsBounds() {
    Texts.use(Locale.GERMAN);
    try {
      assertEquals(
          "sagt Neutraining voraus: 0,73 (\u22120,12 bis 1,00, m\u00f6glich 0,97)",
          Texts.said("predicts retraining: 0.73 (\u22120.12 to 1.00, ceiling 0.97)"));
    } finally {
      Texts.use(Locale.ENGLISH);
    }
  }

  @Test
  void theBetterOneIsOfferedAndTaken() {
    assertEquals("", worth.betterText());
    measured();

    assertEquals("Better measured: TRAK", worth.betterText());
    worth.useBetter();
    assertEquals(List.of("trak{}"), used);
  }

  @Test
  void anotherEstimatorOrSettingIsAnotherMeasurement() {
    measured();

    worth.explains("trak", Map.of());
    assertEquals("predicts retraining: 0.66 (ceiling 0.97)", worth.text());
    assertEquals("", worth.betterText());

    worth.explains("trak", Map.of("lambda", "10"));
    assertEquals("not measured on this model", worth.text());
    assertFalse(worth.canMeasure());
  }

  @Test
  void aStoppedMeasurementLeavesThingsAsTheyWere() {
    finishLast();
    worth.plan();
    finishLast();
    worth.measure();

    assertTrue(worth.canStop());
    worth.stop();
    assertTrue(held.job(held.count() - 1).cancelled());
    assertFalse(worth.canStop());
    held.job(held.count() - 1).fail(new JobCancelledException());

    assertEquals("not measured on this model", worth.text());
    assertNull(worth.failure());
    assertEquals("", worth.planText());
    finishLast();
    assertEquals("64 heads are trained in the background, about 1 min 20 s", worth.planText());
    assertTrue(worth.canMeasure());
  }

  @Test
  void aFailureIsSaidAndCanBeTriedAgain() {
    finishLast();
    worth.plan();
    finishLast();
    worth.measure();

    held.job(held.count() - 1).fail(new ProblemException("There are no confused pairs", "", ""));

    assertTrue(worth.failure().message().startsWith("There are no confused pairs"));
    assertTrue(worth.canMeasure());
  }

  @Test
  void aMeasurementOfASessionBeforeIsNotSaidOfTheNext() {
    finishLast();
    worth.plan();
    finishLast();
    worth.measure();
    int measuring = held.count() - 1;

    worth.show(SampleSession.of(Optional.empty()));
    held.job(measuring).finish();

    assertEquals("", worth.text());
  }
}
