package eifexplorer.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.training.LossSpec;
import eifexplorer.training.PlanPresets;
import eifexplorer.training.SoftTripleSpec;
import eifexplorer.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanFormViewModelTest {
  private final PlanFormViewModel form = new PlanFormViewModel();
  private final TrainingPlan frozen = PlanPresets.plan("cub_frozen_ProxyNCA_prob_orig");

  @BeforeEach
  void show() {
    form.show(frozen);
  }

  static List<String> presets() {
    return PlanPresets.names();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aPresetThatNobodyChangedComesOutAsItWentIn(String name) {
    form.show(PlanPresets.plan(name));
    assertEquals(Optional.of(PlanPresets.plan(name)), form.plan());
  }

  /** An empty form that is in sight is asked which fields to show as soon as it has a plan. */
  @Test
  void whoFollowsThePlanFindsItsFieldsFilled() {
    PlanFormViewModel empty = new PlanFormViewModel();
    List<Boolean> used = new ArrayList<>();
    empty
        .baseProperty()
        .addListener((value, old, now) -> used.add(empty.isUsed(PlanField.CENTRES)));
    empty.show(PlanPresets.plan("demo"));
    assertEquals(List.of(false), used);
  }

  @Test
  void changesAreCountedAndTakenBack() {
    form.text(PlanField.EPOCHS).set("20");
    form.text(PlanField.SEED).set("3");
    assertEquals(2, form.changesProperty().get());
    assertEquals(frozen.withEpochs(20).withSeed(3), form.plan().orElseThrow());

    form.reset();

    assertEquals(0, form.changesProperty().get());
    assertEquals(frozen, form.plan().orElseThrow());
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    form.text(PlanField.EPOCHS).set("0");
    form.text(PlanField.CLIP).set("ten");
    assertEquals(
        Map.of(
            PlanField.EPOCHS, "Epochs is 0: 1 – 10,000",
            PlanField.CLIP, "Clip gradient is no number: above 0"),
        Map.copyOf(form.problems()));
    assertEquals(Optional.empty(), form.plan());
  }

  @Test
  void aFractionIsNoNumberOfEpochs() {
    form.text(PlanField.EPOCHS).set("1.5");
    assertTrue(form.problems().containsKey(PlanField.EPOCHS));
  }

  @Test
  void whatDoesNotFitTogetherIsSaidOfTheWhole() {
    form.text(PlanField.CROP).set("512");
    assertTrue(form.troubleProperty().get().contains("crop is 512"), form.troubleProperty().get());
    assertEquals(Optional.empty(), form.plan());
  }

  @Test
  void anotherLossComesWithItsConstants() {
    form.text(PlanField.LOSS).set(LossSpec.SOFT_TRIPLE.name());
    assertEquals(LossSpec.SOFT_TRIPLE, form.plan().orElseThrow().loss());

    form.text(PlanField.CENTRES).set("3");
    form.text(PlanField.SCALE).set("25");

    assertEquals(new SoftTripleSpec(25, .1, .2, .01, 3), form.plan().orElseThrow().loss());
  }

  @Test
  void fieldsWithoutEffectAreNotShown() {
    assertFalse(form.isUsed(PlanField.BACKBONE_RATE));
    form.show(PlanPresets.plan("cub_ProxyNCA_prob_orig"));
    assertTrue(form.isUsed(PlanField.BACKBONE_RATE));
    assertFalse(form.isUsed(PlanField.MARGIN));
    form.text(PlanField.LOSS).set(LossSpec.ARC_FACE.name());
    assertTrue(form.isUsed(PlanField.MARGIN));
    assertFalse(form.isUsed(PlanField.CENTRES));
  }

  @Test
  void numbersOfTheLossThatTheFormDoesNotShowStay() {
    TrainingPlan plan =
        PlanPresets.plan("cub_SoftTriple").withLoss(new SoftTripleSpec(20, .3, .4, .01, 2));
    form.show(plan);
    form.text(PlanField.SCALE).set("25");

    assertEquals(new SoftTripleSpec(25, .3, .4, .01, 2), form.plan().orElseThrow().loss());
  }
}
