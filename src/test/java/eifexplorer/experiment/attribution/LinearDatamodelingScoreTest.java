package eifexplorer.experiment.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.Target;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.CancelAfter;
import eifexplorer.testing.ExperimentBench;
import eifexplorer.testing.SmallInputs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearDatamodelingScoreTest extends ExperimentBench {
  private static final Map<String, String> SMALL =
      Map.of(
          "subsets", "6", "pairs", "5", "protocol", "epoch", "estimators", "trak,trak:lambda=10");

  @TempDir Path folder;

  LinearDatamodelingScoreTest() {
    super(new LinearDatamodelingScore(InfluenceEstimators.standard()));
  }

  private static Map<String, String> with(Map<String, String> given, String name, String value) {
    Map<String, String> values = new HashMap<>(given);
    values.put(name, value);
    return values;
  }

  private static Map<?, ?> values(Findings findings) {
    return (Map<?, ?>) findings.values().get("lds");
  }

  @Test
  void everyEstimatorHasItsMeanAndInterval() {
    Findings findings = run(SMALL, FinishedUnits.inMemory(), JobContext.unattended());
    Map<?, ?> values = values(findings);
    ResultTable summary = findings.table("summary").orElseThrow();

    assertEquals(
        List.of("epoch", 6, 2, 5, 0),
        Arrays.asList(
            values.get("protocol"),
            values.get("subsets"),
            values.get("seeds"),
            values.get("measured"),
            values.get("left_out")));
    for (int row = 0; row < 2; row++) {
      Map<?, ?> of = (Map<?, ?>) values.get(summary.cell(row, "estimator"));
      assertEquals(summary.cell(row, "mean"), of.get("mean"));
      assertTrue((double) of.get("low") < (double) of.get("high"));
    }
    assertEquals("TRAK, lambda 10", summary.columns().get(0).inWords("trak:lambda=10"));
    assertEquals(
        Target.Kind.PAIR, findings.table("each").orElseThrow().rows().get(0).target().kind());
  }

  /** One training step is nearly linear in the weights, and the gradient dot product is its derivative. */
  @Test
  void aScoreThatIsTheDerivativePredictsOneEpoch() {
    Findings findings =
        run(
            Map.of(
                "subsets", "24", "seeds", "1", "protocol", "epoch", "estimators", "gradient-dot"),
            FinishedUnits.inMemory(),
            JobContext.unattended());
    Map<?, ?> of = (Map<?, ?>) values(findings).get("gradient-dot");
    assertTrue((double) of.get("mean") > .4, "" + of);
    assertEquals(null, values(findings).get("ceiling"));
  }

  @Test
  void anInterruptedOneGoesOnToTheSame() {
    Findings whole = run(SMALL, FinishedUnits.inMemory(), JobContext.unattended());
    Path file = folder.resolve("units.jsonl");
    assertThrows(
        JobCancelledException.class, () -> run(SMALL, FinishedUnits.in(file), new CancelAfter(4)));
    FinishedUnits kept = FinishedUnits.in(file);
    assertEquals(4, kept.size());
    Findings resumed = run(SMALL, kept, JobContext.unattended());
    assertEquals(whole.table("each"), resumed.table("each"));
  }

  @Test
  void aUnitWhoseKeyIsDamagedIsTakenOverByNobody() {
    ParameterValues values = ParameterValues.of(experiment.parameters(), SMALL);

    assertFalse(experiment.shares("part-", values, values));
    assertFalse(experiment.shares("part-1x", values, values));
    assertFalse(experiment.shares("part-99999999999", values, values));
    assertTrue(experiment.shares("part-0", values, values));
  }

  @Test
  void subsetsOfARunWithOtherEstimatorsAndFewerSubsetsAreTakenOver() {
    ParameterValues small = ParameterValues.of(experiment.parameters(), SMALL);
    Map<String, String> larger =
        Map.of("subsets", "8", "pairs", "3", "protocol", "epoch", "estimators", "eif");
    ParameterValues values = ParameterValues.of(experiment.parameters(), larger);
    FinishedUnits done = FinishedUnits.inMemory();
    run(SMALL, done, JobContext.unattended());
    FinishedUnits few = FinishedUnits.inMemory();
    ParameterValues four = ParameterValues.of(experiment.parameters(), with(SMALL, "subsets", "4"));
    FinishedUnits taken = FinishedUnits.inMemory();

    taken.adopt(done, unit -> experiment.shares(unit, small, values));

    few.adopt(done, unit -> experiment.shares(unit, small, four));

    assertEquals(6, taken.size());
    assertEquals(4, few.count(LinearDatamodelingScore::isTraining));
    Findings fresh = run(larger, FinishedUnits.inMemory(), JobContext.unattended());
    assertEquals(fresh.table("each"), run(larger, taken, JobContext.unattended()).table("each"));
  }

  /** A class of one image is missing from every second part or so. */
  @Test
  void partsWithoutAClassAreMeasuredAndCounted() {
    int[] labels = inputs.bundle().trainLabels();
    int last = labels.length - 1;
    for (int i = 0; i < last; i++) {
      labels[i] = Math.min(labels[i], 8);
    }
    labels[last] = 9;
    inputs = SmallInputs.of(inputs.bundle().withTrainLabels(labels));
    long without =
        IntStream.range(0, 6).filter(s -> !Protocol.EPOCH.subset(s, labels.length)[last]).count();

    Findings findings = run(SMALL, FinishedUnits.inMemory(), JobContext.unattended());

    assertEquals((int) without, values(findings).get("subsets_without_a_class"));
    assertTrue(
        findings
            .notes()
            .contains(
                without
                    + " of the 6 parts "
                    + (without == 1 ? "has" : "have")
                    + " no image of some class, whose proxy then draws none."),
        findings.notes().toString());
    Map<?, ?> trak = (Map<?, ?>) values(findings).get("trak");
    assertTrue(Double.isFinite((double) trak.get("mean")));
  }

  /** The same parts and batches: all that differs is what the last layer learns towards. */
  @Test
  void proxiesLearnOnThePartsOnlyIfAskedFor() {
    inputs = SmallInputs.of(fewImages());
    SubsetRetraining first = retraining(Map.of());
    SubsetRetraining second = retraining(Map.of("proxies", "learned"));
    boolean[] half = Protocol.HALF.subset(0, inputs.trainCount());
    JobContext context = JobContext.unattended();

    double apart = first.distances(half, 0, context)[0] - second.distances(half, 0, context)[0];

    assertTrue(Math.abs(apart) > 1e-4, "" + apart);
  }

  /** Twelve images of three classes to train on, with four features. */
  private static EmbeddingBundle fewImages() {
    Random random = new Random(5);
    float[] features = new float[12 * 4];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    int[] labels = IntStream.range(0, 12).map(i -> i % 3).toArray();
    HeapFeatures images = new HeapFeatures(features, 12, 4);
    float[] weight = Arrays.copyOf(features, 4 * 4);
    return new EmbeddingBundle(
        images,
        labels,
        images,
        Arrays.stream(labels).map(label -> label + 3).toArray(),
        new EmbeddingHead(weight, new float[4]),
        new Proxies(Arrays.copyOf(features, 3 * 4), 4, 1),
        List.of(),
        List.of());
  }

  private SubsetRetraining retraining(Map<String, String> given) {
    ParameterValues values = ParameterValues.of(experiment.parameters(), given);
    return new SubsetRetraining(
        inputs, LdsPlan.of(inputs, values), List.of(InfluenceQuery.pair(0, 1)));
  }

  @Test
  void aSubsetIsTheSameForTheSameNumber() {
    boolean[] ninety = Protocol.NINETY.subset(3, 10_000);
    int in = 0;
    for (boolean kept : ninety) {
      in += kept ? 1 : 0;
    }
    assertTrue(Arrays.equals(ninety, Protocol.NINETY.subset(3, 10_000)));
    assertTrue(Math.abs(in - 9_000) < 100, in + " kept");
  }

  @Test
  void aPredictionInOrderIsPerfectAndAStillPairIsLeftOut() {
    LdsQuery query = new LdsQuery(InfluenceQuery.pair(0, 1), "a – b", Target.pair(0, 1));
    EstimatorSetting setting = EstimatorSetting.of("eif");
    LdsPlan plan = new LdsPlan(Protocol.HALF, false, "pairs", 3, 2, List.of(setting), List.of());
    List<double[][]> distances =
        List.of(
            new double[][] {{.1, 0}, {.3, 0}},
            new double[][] {{.4, 0}, {.5, 0}},
            new double[][] {{.9, 0}, {.7, 0}});
    LdsOutcome outcome =
        new LdsOutcome(
            List.of(query, query),
            plan,
            distances,
            List.of(new LdsOutcome.Prediction(setting, new double[][] {{-1, 5, 6}, {1, 2, 3}}, .1)),
            0);
    assertEquals(
        List.of(1.0), Arrays.stream(outcome.scores(outcome.predictions().get(0))).boxed().toList());
    assertEquals(1, outcome.ceiling(), 1e-12);
  }

  /** The Spearman-Brown formula has a pole at -1 for two seeds. */
  @Test
  void seedsThatDisagreeAllowNothing() {
    LdsQuery query = new LdsQuery(InfluenceQuery.pair(0, 1), "a – b", Target.pair(0, 1));
    LdsPlan plan = new LdsPlan(Protocol.HALF, false, "pairs", 3, 2, List.of(), List.of());
    List<double[][]> distances =
        List.of(
            new double[][] {{.1}, {.9}}, new double[][] {{.4}, {.5}}, new double[][] {{.9}, {.2}});

    assertEquals(0, new LdsOutcome(List.of(query), plan, distances, List.of(), 0).ceiling());
  }

  @Test
  void runsThatDoNotSayWhatTheirProxiesDidHadThemLearn() {
    Map<String, String> half = Map.of("protocol", "half");
    Map<String, String> fixed = Map.of("protocol", "half", "proxies", "fixed");

    assertEquals(Map.of("protocol", "half", "proxies", "learned"), experiment.completed(half));
    assertEquals(fixed, experiment.completed(fixed));
  }

  @Test
  void oneEpochOnHasTheModelsOwnProxies() {
    Map<String, String> learned = Map.of("protocol", "epoch", "proxies", "learned");

    ParameterValues values = ParameterValues.of(experiment.parameters(), learned);

    assertFalse(LdsPlan.of(inputs, values).learnsProxies());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "estimators | trak:lambda",
        "estimators | magic:lambda=1",
        "pairs | some",
        "subsets | 3",
        "protocol | third"
      })
  void wrongParametersAreRefusedByName(String name, String value) {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> ParameterValues.of(experiment.parameters(), Map.of(name, value)));
    assertTrue(problem.getMessage().startsWith(name + " is " + value), problem.getMessage());
  }

  @Test
  void anUnknownSettingIsToldBeforeAnythingIsTrained() {
    FinishedUnits units = FinishedUnits.inMemory();
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> run(Map.of("estimators", "trak:speed=2"), units, JobContext.unattended()));
    assertEquals(
        "There is no option \"speed\": estimator trak. It has: lambda, weights, epochs.",
        problem.getMessage());
    assertEquals(0, units.size());
  }
}
