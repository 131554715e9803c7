package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.training.ValidationPlan.Mode;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final TrainingPlan PAPER = PlanPresets.plan("cub_ProxyNCA_prob_orig");

  /** Worked by hand: the fifth flat measurement lowers the rates, and so does the fifth after that. */
  @Test
  void ratesFallAfterMoreThanFourFlatMeasurements() {
    double[] scores = {.5, .6, .6, .59, .60005, .6, .6, .6, .6, .6, .6, .6, .7};
    double[] factors = {1, 1, 1, 1, 1, 1, .1, .1, .1, .1, .1, .01, .01};

    assertArrayEquals(factors, factorsAfter(train(0), scores), 1e-12);
  }

  @Test
  void aRiseOfLessThanATenThousandthIsFlat() {
    double[] scores = {.5, .50004, .50004, .50004, .50004, .50004};

    assertEquals(.1, factorsAfter(train(0), scores)[5], 1e-12);
    assertEquals(1, factorsAfter(train(0), .5, .50006, .50006, .50006, .50006, .50006)[5], 0);
  }

  @Test
  void thePlateauRuleDoesNotLookAtTheWarmUp() {
    Schedule schedule = Schedule.START;
    for (int epoch = 1; epoch <= PAPER.warmUpEpochs() + 5; epoch++) {
      schedule = schedule.measured(train(0), epoch, .5);
    }
    assertEquals(1, schedule.plateauFactor());
    assertEquals(4, schedule.flat());
    assertEquals(1, schedule.bestEpoch());
  }

  @Test
  void milestonesRuleWhereAllClassesAreTrainedOn() {
    OptimiserPlan given = PAPER.optimiser();
    OptimiserPlan falling =
        new OptimiserPlan(
            given.backboneRate(),
            given.headRate(),
            given.proxyRate(),
            given.epsilon(),
            given.weightDecay(),
            given.clip(),
            List.of(2, 4),
            .1);
    TrainingPlan plan =
        new TrainingPlan(
            PAPER.title(),
            PAPER.dataset(),
            PAPER.network(),
            PAPER.loss(),
            PAPER.batches(),
            falling,
            6,
            1,
            0);
    double[] factors =
        IntStream.rangeClosed(1, 7)
            .mapToDouble(epoch -> Schedule.START.rateFactor(plan, epoch))
            .toArray();
    assertArrayEquals(new double[] {1, 1, 1, .1, .1, .01, .01}, factors, 1e-12);
  }

  @Test
  void aRunEndsEarlyOnlyWhenAsked() {
    Schedule schedule = Schedule.START;
    for (int epoch = 1; epoch <= 4; epoch++) {
      schedule = schedule.measured(train(3), epoch, .5);
    }
    assertTrue(schedule.endsEarly(train(3)));
    assertFalse(schedule.endsEarly(train(4)));
    assertFalse(schedule.endsEarly(train(0)));
  }

  private static TrainingPlan train(int stopAfter) {
    return PAPER.withValidation(ValidationPlan.USUAL.withMode(Mode.TRAIN).withStopAfter(stopAfter));
  }

  private static double[] factorsAfter(TrainingPlan plan, double... scores) {
    Schedule[] schedule = {Schedule.START};
    int[] epoch = {plan.warmUpEpochs()};
    return DoubleStream.of(scores)
        .map(
            score -> {
              schedule[0] = schedule[0].measured(plan, ++epoch[0], score);
              return schedule[0].rateFactor(plan, epoch[0] + 1);
            })
        .toArray();
  }
}
