package eifexplorer.experiment.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.influence.InfluenceEstimators;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ModelWorthTest {
  private final InfluenceEstimators estimators = InfluenceEstimators.standard();

  private static LdsMeasurement.How how(String protocol, int subsets) {
    return new LdsMeasurement.How(
        protocol.split(",", 2)[0],
        protocol,
        "pairs",
        subsets,
        2,
        9,
        OptionalDouble.of(.97),
        "2026-01-01T00:00:00Z");
  }

  private static Worth worth(String text, double mean, LdsMeasurement.How how) {
    EstimatorSetting setting = EstimatorSetting.of(text);
    return new Worth(
        text,
        setting.id(),
        setting.options(),
        mean,
        OptionalDouble.of(mean - .05),
        OptionalDouble.of(mean + .05),
        how);
  }

  private static LdsMeasurement measured(LdsMeasurement.How how, LdsMeasurement.Lead... leads) {
    return new LdsMeasurement(
        how,
        List.of(worth("eif", .26, how), worth("gradient-dot", .28, how), worth("trak", .66, how)),
        List.of(leads));
  }

  private ModelWorth of(LdsMeasurement... measurements) {
    return new ModelWorth(estimators, List.of(measurements), List.of());
  }

  private static Optional<Double> mean(Optional<Worth> worth) {
    return worth.map(Worth::mean);
  }

  @Test
  void onlyTheSettingsThatWereMeasuredAreKnown() {
    ModelWorth worth = of(measured(how("half", 64)));

    assertEquals(Optional.of(.66), mean(worth.of("trak", Map.of())));
    assertEquals(Optional.of(.66), mean(worth.of("trak", Map.of("lambda", "1.0"))));
    assertEquals(Optional.empty(), mean(worth.of("trak", Map.of("lambda", "10"))));
    assertEquals(Optional.empty(), mean(worth.of("tracin", Map.of())));
    assertEquals(Optional.of(.26), mean(worth.of("eif-direct", Map.of())));
    assertEquals(Optional.empty(), mean(worth.of("eif-direct", Map.of("steps", "1"))));
  }

  @Test
  void retrainingIsMeantBeforeOneMoreEpochAndMoreSubsetsBeforeFewer() {
    LdsMeasurement.How few = how("half", 8);
    LdsMeasurement.How many = how("half", 16);
    LdsMeasurement.How epoch = how("epoch", 99);
    ModelWorth worth =
        of(
            new LdsMeasurement(epoch, List.of(worth("eif", .6, epoch)), List.of()),
            new LdsMeasurement(few, List.of(worth("eif", .3, few)), List.of()),
            new LdsMeasurement(many, List.of(worth("eif", .2, many)), List.of()));

    assertEquals(Optional.of(.2), mean(worth.of("eif", Map.of())));
  }

  @Test
  void fixedProxiesAreMeantBeforeThoseThatLearn() {
    LdsMeasurement.How learned = how("half, proxies too", 99);
    LdsMeasurement ofLearned =
        new LdsMeasurement(learned, List.of(worth("eif", .21, learned)), List.of());

    assertEquals(
        Optional.of(.26), mean(of(ofLearned, measured(how("half", 32))).of("eif", Map.of())));
  }

  @Test
  void singlePairsAreMeantBeforeMeansOfSeveralWhichAreNamed() {
    LdsMeasurement.How classes =
        new LdsMeasurement.How(
            "half",
            "half",
            "class-pairs",
            99,
            2,
            9,
            OptionalDouble.of(.97),
            "2026-01-01T00:00:00Z");
    LdsMeasurement ofClasses =
        new LdsMeasurement(classes, List.of(worth("eif", .8, classes)), List.of());

    assertEquals(
        Optional.of(.26), mean(of(ofClasses, measured(how("epoch", 4))).of("eif", Map.of())));
    assertEquals(
        Optional.of("predicts retraining: 0.80 (class pairs, ceiling 0.97)"),
        of(ofClasses).of("eif", Map.of()).map(Worth::words));
  }

  @Test
  void whatIsBetterBeyondChanceIsOffered() {
    LdsMeasurement.Lead chance = new LdsMeasurement.Lead("eif", "gradient-dot", -.05, .01);
    LdsMeasurement.Lead real = new LdsMeasurement.Lead("eif", "trak", -.5, -.3);
    ModelWorth worth = of(measured(how("half", 64), chance, real));

    assertEquals(Optional.of("trak"), worth.better("eif", Map.of()).map(Worth::id));
    assertEquals(Optional.empty(), worth.better("trak", Map.of()));
    assertEquals(Optional.empty(), of(measured(how("half", 64), chance)).better("eif", Map.of()));
  }

  @Test
  void whatWasMeasuredBeforeAChangeIsNotSaidOfTheModel() {
    ModelWorth worth = new ModelWorth(estimators, List.of(), List.of(measured(how("half", 64))));

    assertEquals(Optional.empty(), worth.of("eif", Map.of()));
    assertEquals(Optional.of(.26), mean(worth.formerly("eif", Map.of())));
    assertEquals(Optional.empty(), worth.better("eif", Map.of()));
  }

  @Test
  void theSentenceNamesTheCeilingAndWhereItWasMeasured() {
    Worth known = worth("trak", .66, how("half", 64));

    assertEquals(
        "predicts retraining: 0.66 (0.61 to 0.71, ceiling 0.97, measured on this model)",
        known.sentence());
    assertEquals("predicts retraining: 0.66 (ceiling 0.97)", known.words());
  }

  @Test
  void whatWasHardlyMeasuredIsNotToldWithoutItsBounds() {
    assertEquals(
        "predicts retraining: 0.73 (\u22120.12 to 0.99, ceiling 0.97)",
        rough(OptionalDouble.of(-.12), OptionalDouble.of(.99)).words());
    assertEquals(
        "predicts retraining: 0.73 (measured on 9 pairs only, ceiling 0.97)",
        rough(OptionalDouble.empty(), OptionalDouble.empty()).words());
  }

  private static Worth rough(OptionalDouble low, OptionalDouble high) {
    return new Worth("trak", "trak", Map.of(), .73, low, high, how("half", 4));
  }
}
