package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.Kernels;
import eifexplorer.training.BatchPlan.Sampler;
import eifexplorer.training.NetworkPlan.InitialHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@EnumSource(Kernels.class)
class HeadTrainerTest {
  private final MatrixMath math;
  private final HeadTrainer trainer;

  HeadTrainerTest(Kernels kernels) {
    math = kernels.math();
    trainer = new HeadTrainer(math);
  }

  private static final int N = 120;
  private static final int FEATURES = 12;
  private static final int CLASSES = 6;

  @TempDir Path folder;

  static Stream<TrainingPlan> plans() {
    return Stream.of(
        plan(LossSpec.PROXY_NCA, InitialHead.PRINCIPAL),
        plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM),
        plan(LossSpec.SOFT_TRIPLE, InitialHead.PRINCIPAL),
        plan(LossSpec.SOFT_TRIPLE.withCentres(2), InitialHead.UNIFORM));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void theLossFalls(TrainingPlan plan) {
    List<EpochReport> epochs = train(plan).epochs();

    assertEquals(plan.epochs(), epochs.size());
    assertTrue(epochs.get(plan.epochs() - 1).loss() < 0.5 * epochs.get(0).loss(), "" + epochs);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void theSamePlanGivesTheSameHead(TrainingPlan plan) {
    TrainedHead first = train(plan);
    TrainedHead second = train(plan);

    assertArrayEquals(first.head().weight(), second.head().weight());
    assertArrayEquals(first.head().bias(), second.head().bias());
    assertArrayEquals(first.proxies().values(), second.proxies().values());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void weightsOfOneAndTheOwnStartChangeNothing(TrainingPlan plan) {
    double[] ones = new double[N];
    Arrays.fill(ones, 1);
    JobContext context = JobContext.unattended();
    TrainedHead plain = train(plan);
    TrainedHead weighted =
        trainer.trainWeighted(
            features(),
            labels(),
            ones,
            trainer.initialHead(features(), plan, context),
            plan,
            plan.seed(),
            context);

    assertArrayEquals(plain.head().weight(), weighted.head().weight());
    assertArrayEquals(plain.proxies().values(), weighted.proxies().values());
  }

  @Test
  void theObserverMeasuresTheHeadOfEveryEpoch() {
    List<EpochReport> seen = new ArrayList<>();
    TrainingObserver observer =
        new TrainingObserver() {
          @Override
          public Map<String, Double> measure(EmbeddingHead head) {
            return Map.of("size", (double) head.embeddingSize());
          }

          @Override
          public void epochDone(EpochReport report) {
            seen.add(report);
          }
        };
    TrainedHead trained =
        trainer.train(
            features(),
            labels(),
            plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM),
            observer,
            JobContext.unattended());

    assertEquals(trained.epochs(), seen);
    assertEquals(Map.of("size", 8.0), seen.get(0).metrics());
  }

  @Test
  void itStopsWhenCancelled() {
    assertThrows(
        JobCancelledException.class,
        () ->
            trainer.train(
                features(),
                labels(),
                plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM),
                TrainingObserver.NONE,
                new Cancelling(10)));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void itGoesOnFromAnyStepAsIfItHadNeverStopped(TrainingPlan plan) {
    MemoryKeeper keeper = new MemoryKeeper();
    TrainedHead whole = train(plan, keeper);

    for (int i : new int[] {0, 3, 6, 7, 40, keeper.all().size() - 1}) {
      Checkpoint stop = throughAFile(keeper.all().get(i));
      TrainedHead goneOn = train(plan, new MemoryKeeper(Optional.of(stop)));

      assertArrayEquals(whole.head().weight(), goneOn.head().weight(), "stopped at " + i);
      assertArrayEquals(whole.head().bias(), goneOn.head().bias(), "stopped at " + i);
      assertArrayEquals(whole.proxies().values(), goneOn.proxies().values(), "stopped at " + i);
      assertEquals(
          losses(whole).subList(stop.position().epoch() - 1, plan.epochs()), losses(goneOn));
    }
  }

  private Checkpoint throughAFile(Checkpoint checkpoint) {
    Path file = folder.resolve("last.safetensors");
    checkpoint.write(file);
    return Checkpoint.read(file);
  }

  private static List<Double> losses(TrainedHead trained) {
    return trained.epochs().stream().map(EpochReport::loss).toList();
  }

  @Test
  void aCancelledRunKeepsWhereItStands() {
    MemoryKeeper keeper = new MemoryKeeper();
    TrainingPlan plan = plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM);
    assertThrows(
        JobCancelledException.class,
        () ->
            trainer.train(
                features(), labels(), plan, TrainingObserver.NONE, keeper, new Cancelling(10)));
    Checkpoint last = keeper.all().get(keeper.all().size() - 1);

    assertEquals(2, last.position().epoch());
    assertEquals(3, last.position().passed());
    assertArrayEquals(
        train(plan).head().weight(),
        train(plan, new MemoryKeeper(Optional.of(last))).head().weight());
  }

  @Test
  void aCheckpointOfOtherSamplesIsRefused() {
    MemoryKeeper keeper = new MemoryKeeper();
    TrainingPlan plan = plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM);
    train(plan, keeper);
    MemoryKeeper start = new MemoryKeeper(Optional.of(keeper.all().get(3)));
    int[] more = IntStream.range(0, N).map(i -> i % (CLASSES + 1)).toArray();

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                trainer.train(
                    features(), more, plan, TrainingObserver.NONE, start, JobContext.unattended()));
    assertEquals("The checkpoint is of other training samples", problem.what());
  }

  /** Two batches whose mean gradient is taken are a batch of twice the size. */
  @Test
  void accumulatedGradientsAreThoseOfALargerBatch() {
    TrainingPlan plan = plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM);
    int[] first = {0, 7, 2, 9};
    int[] second = {4, 11, 1, 3};
    HeadLearner parts = learner(plan);
    HeadLearner whole = learner(plan);

    try (Learner.BatchSource batches = parts.open(List.of(first, second), 1)) {
      batches.addNext(0.5);
      batches.addNext(0.5);
    }
    parts.step(1);
    try (Learner.BatchSource batches =
        whole.open(List.of(new int[] {0, 7, 2, 9, 4, 11, 1, 3}), 1)) {
      batches.addNext(1);
    }
    whole.step(1);

    assertArrayEquals(whole.head().weight(), parts.head().weight(), 1e-6f);
    assertArrayEquals(whole.proxies().now().values(), parts.proxies().now().values(), 1e-6f);
  }

  @Test
  void stepsAreOneForEachGroupOfBatches() {
    TrainingPlan usual = plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM);
    MemoryKeeper keeper = new MemoryKeeper();
    train(
        new TrainingPlan(
            usual.title(),
            usual.dataset(),
            usual.network(),
            usual.loss(),
            new BatchPlan(Sampler.BALANCED, 4, 4, 3),
            usual.optimiser(),
            1,
            0,
            3),
        keeper);

    // 120 samples in batches of 16 are seven: groups of three, three and one.
    assertEquals(
        List.of(3, 6, 7, 0),
        keeper.all().stream().map(checkpoint -> checkpoint.position().passed()).toList());
  }

  private HeadLearner learner(TrainingPlan plan) {
    return new HeadLearner(
        plan,
        new HeadGradients(math, features(), labels(), InitialWeights.uniformHead(8, FEATURES, 3)),
        null,
        8,
        CLASSES);
  }

  @Test
  void theBestEpochIsKept() {
    double[] scores = {.3, .5, .4, .5, .6, .1, .1, .1, .1, .1, .1, .1};
    MemoryKeeper keeper = new MemoryKeeper();
    TrainingObserver observer =
        new TrainingObserver() {
          private int epoch;

          @Override
          public Map<String, Double> measure(EmbeddingHead head) {
            return Map.of("hmean", scores[epoch++]);
          }
        };
    trainer.train(
        features(),
        labels(),
        plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM),
        observer,
        keeper,
        JobContext.unattended());

    assertEquals(
        List.of(1, 2, 5),
        keeper.best().stream().map(c -> c.position().schedule().bestEpoch()).toList());
  }

  @Test
  void labelsBelowZeroAndASingleClassAreRefused() {
    int[] negative = labels();
    negative[7] = -1;
    assertEquals("Training sample 7 has label -1", problem(negative).what());
    assertEquals("number of training classes is 1", problem(new int[N]).what());
  }

  private ProblemException problem(int[] labels) {
    return assertThrows(
        ProblemException.class,
        () ->
            trainer.train(
                features(),
                labels,
                plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM),
                TrainingObserver.NONE,
                JobContext.unattended()));
  }

  @Test
  void aPlanForTheWholeNetworkIsRefused() {
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> train(PlanPresets.plan("cub_ProxyNCA_prob_orig")));
    assertEquals(
        "frozen is false. Allowed: true, to train on cached features.", problem.getMessage());
  }

  @Test
  void aLabelTooFewIsRefused() {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                trainer.train(
                    features(),
                    IntStream.range(0, N - 1).map(i -> i % CLASSES).toArray(),
                    plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM),
                    TrainingObserver.NONE,
                    JobContext.unattended()));
    assertEquals("There are 120 feature rows for 119 labels", problem.what());
  }

  @Test
  void featuresThatAreNoNumbersEndIt() {
    float[] values = features().toArray();
    values[5] = Float.NaN;
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                trainer.train(
                    new HeapFeatures(values, N, FEATURES),
                    labels(),
                    plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM),
                    TrainingObserver.NONE,
                    JobContext.unattended()));
    assertTrue(
        problem.what().matches("The loss of epoch 1, batch \\d+ is not a number"), problem.what());
    assertEquals("learning rates: back bone 0.0, head 0.005, proxies 0.02", problem.where());
  }

  private TrainedHead train(TrainingPlan plan) {
    return train(plan, CheckpointKeeper.NONE);
  }

  private TrainedHead train(TrainingPlan plan, CheckpointKeeper keeper) {
    return trainer.train(
        features(), labels(), plan, TrainingObserver.NONE, keeper, JobContext.unattended());
  }

  /** Cancelled after some batches. */
  private static final class Cancelling implements JobContext {
    private final int allowed;
    private int batches;

    Cancelling(int allowed) {
      this.allowed = allowed;
    }

    @Override
    public void progress(long done, long total, String unit) {
      batches++;
    }

    @Override
    public void log(String line) {}

    @Override
    public boolean cancelled() {
      return batches >= allowed;
    }
  }

  private static TrainingPlan plan(LossSpec loss, InitialHead initialHead) {
    return new TrainingPlan(
        "test",
        "none",
        new NetworkPlan("resnet50/max/layernorm", true, 256, 224, 8, initialHead),
        loss,
        new BatchPlan(Sampler.BALANCED, 4, 4),
        new OptimiserPlan(0, 5e-3, 2e-2, 1e-8, 0, 10, List.of(), 0.1),
        12,
        0,
        3);
  }

  /** Six clouds. */
  private static HeapFeatures features() {
    Random random = new Random(2);
    double[] centres = random.doubles(CLASSES * FEATURES, -1, 1).toArray();
    float[] values = new float[N * FEATURES];
    for (int i = 0; i < values.length; i++) {
      int label = i / FEATURES % CLASSES;
      values[i] = (float) (centres[label * FEATURES + i % FEATURES] + 0.3 * random.nextGaussian());
    }
    return new HeapFeatures(values, N, FEATURES);
  }

  private static int[] labels() {
    return IntStream.range(0, N).map(i -> i % CLASSES).toArray();
  }
}
