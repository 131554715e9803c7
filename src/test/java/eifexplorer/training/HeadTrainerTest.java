package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.NaiveMatrixMath;
import eifexplorer.training.BatchPlan.Sampler;
import eifexplorer.training.NetworkPlan.InitialHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadTrainerTest {
  private static final int N = 120;
  private static final int FEATURES = 12;
  private static final int CLASSES = 6;

  private final HeadTrainer trainer = new HeadTrainer(new NaiveMatrixMath());

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
    JobContext cancelledAfterTen =
        new JobContext() {
          private int batches;

          @Override
          public void progress(long done, long total, String unit) {
            batches++;
          }

          @Override
          public void log(String line) {}

          @Override
          public boolean cancelled() {
            return batches >= 10;
          }
        };
    assertThrows(
        JobCancelledException.class,
        () ->
            trainer.train(
                features(),
                labels(),
                plan(LossSpec.PROXY_NCA, InitialHead.UNIFORM),
                TrainingObserver.NONE,
                cancelledAfterTen));
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
    assertEquals("The loss of a batch is NaN", problem.what());
  }

  private TrainedHead train(TrainingPlan plan) {
    return trainer.train(
        features(), labels(), plan, TrainingObserver.NONE, JobContext.unattended());
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
