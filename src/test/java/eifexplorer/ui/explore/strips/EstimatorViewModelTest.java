package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EstimatorViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final List<EstimatorFactory> factories = InfluenceEstimators.standard().all();
  private final EstimatorViewModel model =
      new EstimatorViewModel(
          new FxJobs(new InlineJobRunner(), Runnable::run),
          factories,
          (of, id, options) ->
              InfluenceEstimators.standard().create(id, of.bundle(), of.loss(), options),
          SeededServices.standard().fitting());

  private int accepted;

  @BeforeEach
  void show() {
    model.show(session);
  }

  private StringProperty value(String name) {
    EstimatorOption option =
        model.choiceProperty().get().options().stream()
            .filter(o -> o.name().equals(name))
            .findFirst()
            .orElseThrow();
    return model.value(option);
  }

  private void apply() {
    model.apply(() -> accepted++);
  }

  @Test
  void theSessionsOwnEstimatorExplainsAtFirst() {
    assertSame(session.estimator(), model.source(session).get());
    assertEquals("EIF · steps 50", model.shortTitle());
  }

  @Test
  void chipsHaveWordsAndNoIds() {
    value("early-stop").set("0.5");
    apply();
    assertEquals("EIF · steps 50 · early stop 0.5", model.shortTitle());

    for (EstimatorFactory factory : factories) {
      model.choiceProperty().set(factory);
      apply();
      String name = model.shortTitle().split(" · ", -1)[0];
      assertTrue(name.length() <= 20, name);
      assertFalse(name.matches("[A-Z]+-[A-Z-]+"), name);
    }
  }

  @Test
  void aSettingWithFewValuesIsChosenFromThemAndTheStandardOneIsAmongThem() {
    List<EstimatorOption> closed =
        factories.stream()
            .flatMap(factory -> factory.options().stream())
            .filter(option -> option.allowed().contains(", "))
            .filter(option -> !option.name().equals(EstimatorOption.HISTORY))
            .toList();

    assertFalse(closed.isEmpty());
    closed.forEach(
        option -> assertTrue(option.choices().contains(option.standard()), option.name()));
  }

  @Test
  void whoseSurveyItIsIsSaidOnceAnotherExplains() {
    String own = model.surveyedBy();
    value("steps").set("20");
    apply();

    assertEquals(List.of("", "EIF"), List.of(own, model.surveyedBy()));
  }

  @Test
  void changedValuesAreApplied() {
    value("steps").set(" 20 ");
    value("thetas").set("2");

    apply();

    assertEquals(
        new EstimatorSetting("eif", Map.of("steps", "20", "thetas", "2")),
        model.appliedProperty().get());
    assertEquals(List.of("EIF · steps 20 · thetas 2", 1), List.of(model.shortTitle(), accepted));
  }

  @Test
  void everyEstimatorAppliesWithItsStandardValuesWhicheverWereShownBefore() {
    for (EstimatorFactory factory : factories) {
      factory.options().forEach(model::value);
    }
    for (EstimatorFactory factory : factories) {
      model.choiceProperty().set(factory);
      apply();
      if (!factory.id().equals("tracin")) {
        assertEquals(new EstimatorSetting(factory.id(), Map.of()), model.appliedProperty().get());
      }
    }
  }

  @Test
  void aValueOutOfRangeIsNamedAndNothingChanges() {
    value("thetas").set("7");

    apply();

    assertEquals("thetas is 7. Allowed: 1, 2, 3.", model.problemProperty().get());
    assertEquals(Map.of(), model.appliedProperty().get().options());
    assertEquals(0, accepted);
  }

  @Test
  void everyEstimatorCanBeChosenButOneThatTracesARunThatIsNotThere() {
    for (EstimatorFactory factory : factories) {
      String before = model.appliedProperty().get().id();
      boolean traces = factory.id().equals("tracin");
      model.choiceProperty().set(factory);
      apply();
      assertEquals(traces ? before : factory.id(), model.appliedProperty().get().id());
      assertEquals(
          traces, model.problemProperty().get().startsWith("No epochs were kept of the run"));
    }
  }

  @Test
  void theFormGoesBackToWhatIsApplied() {
    value("steps").set("20");
    apply();
    value("steps").set("nonsense");

    model.edit();

    assertEquals("20", value("steps").get());
  }

  @Test
  void standardValuesComeBack() {
    value("steps").set("20");
    apply();

    model.standardValues();
    apply();

    assertEquals(
        new EstimatorSetting(factories.get(0).id(), Map.of()), model.appliedProperty().get());
  }

  @Test
  void theSameSettingIsAcceptedAgain() {
    apply();
    apply();

    assertEquals(2, accepted);
  }

  @Test
  void anEstimatorThatNoLongerExistsIsNotRestored() {
    model.restore("gone", Map.of("steps", "3"));
    model.restore("eif", Map.of("steps", "-3", "colour", "red"));

    assertEquals(Map.of(), model.appliedProperty().get().options());
  }
}
