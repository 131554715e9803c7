package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.Architecture;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DjlTrainableNetworkTest {
  private static final BackboneSpec SPEC =
      new BackboneSpec(Architecture.parse("basic-1-1-1-1-w8"), Pooling.AVERAGE, true);
  private static final int EMBEDDING = 4;
  private static final int BATCH = 4;
  private static final int SIZE = 48;

  private static DjlEngine engine;

  private final float[] images = normal(BATCH * 3 * SIZE * SIZE, 1);
  private final float[] gradients = normal(BATCH * EMBEDDING, 2);

  @BeforeAll
  static void load() {
    engine = Reference.engine();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  /** With a huge eps Adam is gradient descent, so that the loss must fall by rate · |gradient|². */
  @ParameterizedTest
  @CsvSource({"4,48,false", "8,128,false", "4,48,true", "8,128,true"})
  void gradientsAreThoseOfTheLoss(int batch, int size, boolean normFrozen) {
    float[] given = normal(batch * 3 * size * size, 3);
    float[] weights = normal(batch * EMBEDDING, 4);
    double rate = 1e-7;
    try (TrainableNetwork network = open()) {
      network.setNormFrozen(normFrozen);
      float[] before = network.forward(given, batch, size, size);
      network.backward(weights);
      StateDict old = network.backboneWeights();
      float[] oldHead = network.headWeight();
      float[] oldBias = network.headBias();
      network.step(AdamSettings.of(rate * 1e8, rate * 1e8, 1e8, Double.POSITIVE_INFINITY));
      double squares =
          squares(oldHead, network.headWeight()) + squares(oldBias, network.headBias());
      StateDict moved = network.backboneWeights();
      for (String name : old.names()) {
        if (old.get(name).isFloat() && !name.contains("running")) {
          squares += squares(old.get(name).floats(), moved.get(name).floats());
        }
      }
      float[] after = network.forward(given, batch, size, size);
      double fall = dot(before, weights) - dot(after, weights);
      assertEquals(squares / rate, fall, 0.05 * fall);
    }
  }

  @Test
  void aFrozenNormGivesTheEmbeddingsOfEvaluationAndKeepsItsStatistics() {
    try (TrainableNetwork network = open()) {
      network.forward(images, BATCH, SIZE, SIZE);
      StateDict before = network.backboneWeights();
      network.setNormFrozen(true);

      float[] embeddings = network.forward(images, BATCH, SIZE, SIZE);
      assertArrayEquals(
          Reference.embed(
              engine.matrixMath(),
              network.features(images, BATCH, SIZE, SIZE),
              network.headWeight(),
              network.headBias()),
          embeddings,
          1e-5f);
      assertEquals(before, network.backboneWeights());
    }
  }

  @Test
  void adamIsPyTorchs() {
    try (TrainableNetwork network = open()) {
      network.setBackboneLearns(false);
      double[] expected = toDoubles(network.headBias());
      double[] mean = new double[EMBEDDING];
      double[] square = new double[EMBEDDING];
      for (int step = 1; step <= 3; step++) {
        network.forward(images, BATCH, SIZE, SIZE);
        network.backward(gradients);
        network.step(new AdamSettings(0, 0.01, 0.8, 0.95, 1e-3, 0.5));
        for (int e = 0; e < EMBEDDING; e++) {
          double gradient = 0;
          for (int i = 0; i < BATCH; i++) {
            gradient += gradients[i * EMBEDDING + e];
          }
          gradient = Math.max(-0.5, Math.min(0.5, gradient));
          mean[e] = 0.8 * mean[e] + 0.2 * gradient;
          square[e] = 0.95 * square[e] + 0.05 * gradient * gradient;
          double divisor = Math.sqrt(square[e] / (1 - Math.pow(0.95, step))) + 1e-3;
          expected[e] -= 0.01 * mean[e] / (1 - Math.pow(0.8, step)) / divisor;
        }
      }
      assertArrayEquals(expected, toDoubles(network.headBias()), 1e-6);
    }
  }

  @Test
  void aResumedOptimiserGoesOnAsTheFirstWould() {
    try (TrainableNetwork first = open()) {
      step(first);
      try (TrainableNetwork second =
          engine.openTrainable(
              SPEC, first.backboneWeights(), first.headWeight(), first.headBias())) {
        second.restoreOptimiser(first.optimiserState());
        step(first);
        step(second);
        assertEquals(first.backboneWeights(), second.backboneWeights());
        assertArrayEquals(first.headWeight(), second.headWeight());
      }
    }
  }

  @Test
  void aRestingBackboneKeepsItsWeightsButMovesItsStatistics() {
    StateDict before = BackboneWeights.random(SPEC.architecture(), 1);
    try (TrainableNetwork network = open()) {
      network.setBackboneLearns(false);
      step(network);
      StateDict after = network.backboneWeights();
      assertEquals(before.get("conv1.weight"), after.get("conv1.weight"));
      assertNotEquals(before.get("bn1.running_mean"), after.get("bn1.running_mean"));
      assertEquals(1, after.get("bn1.num_batches_tracked").longView().get(0));
    }
  }

  /** Five steps of Proxy-NCA++, by the loss before each. */
  private List<Double> losses(boolean mixed, boolean normFrozen) {
    int[] labels = IntStream.range(0, BATCH).map(i -> i % 2).toArray();
    double[] proxies = new Random(5).doubles(2 * EMBEDDING, -1, 1).toArray();
    ProxyNcaSteps loss = new ProxyNcaSteps(proxies, EMBEDDING);
    List<Double> losses = new ArrayList<>();
    try (TrainableNetwork network = open()) {
      network.setMixedPrecision(mixed);
      network.setNormFrozen(normFrozen);
      for (int i = 0; i < 5; i++) {
        float[] embeddings = network.forward(images, BATCH, SIZE, SIZE);
        network.backward(loss.gradients(embeddings, labels));
        losses.add(loss.loss());
        network.step(AdamSettings.of(1e-5, 1e-5, 1e-8, 10));
        loss.step(1e-2, 1e-8);
      }
    }
    return losses;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void mixedPrecisionLearnsAsSinglePrecisionDoes(boolean normFrozen) {
    List<Double> single = losses(false, normFrozen);
    List<Double> mixed = losses(true, normFrozen);
    assertNotEquals(single, mixed);
    for (int i = 0; i < single.size(); i++) {
      assertEquals(single.get(i), mixed.get(i), 0.08 * single.get(0), single + " " + mixed);
    }
    assertTrue(mixed.get(4) < 0.9 * mixed.get(0), mixed.toString());
  }

  /** Weights and statistics stay in single precision: a step far below bfloat16's resolution is not lost. */
  @Test
  void mixedPrecisionMovesWeightsByStepsThatBfloat16WouldLose() {
    try (TrainableNetwork network = open()) {
      network.setMixedPrecision(true);
      network.forward(images, BATCH, SIZE, SIZE);
      network.backward(gradients);
      float[] before = network.backboneWeights().get("conv1.weight").floats();
      network.step(AdamSettings.of(1e-6, 1e-6, 1e-8, 10));
      float[] after = network.backboneWeights().get("conv1.weight").floats();
      int moved = 0;
      for (int i = 0; i < before.length; i++) {
        moved += Math.abs(before[i] - after[i]) > 5e-7 ? 1 : 0;
      }
      assertTrue(moved > 0.9 * before.length, moved + " of " + before.length);
    }
  }

  @Test
  void gradientsAddUpUntilTheStep() {
    float[] half = gradients.clone();
    for (int i = 0; i < half.length; i++) {
      half[i] /= 2;
    }
    try (TrainableNetwork whole = open();
        TrainableNetwork parts = open()) {
      step(whole);
      for (int part = 0; part < 2; part++) {
        parts.forward(images, BATCH, SIZE, SIZE);
        parts.backward(half);
      }
      parts.step(AdamSettings.of(1e-3, 1e-3, 1e-2, 10));
      assertArrayEquals(whole.headWeight(), parts.headWeight(), 1e-5f);
    }
  }

  @Test
  void evaluationAgreesWithTheInferenceNetwork() {
    StateDict weights = RandomStatistics.in(BackboneWeights.random(SPEC.architecture(), 1), 9);
    try (TrainableNetwork network = engine.openTrainable(SPEC, weights, head(), bias());
        var backbone = engine.openBackbone(SPEC, weights)) {
      assertArrayEquals(
          backbone.features(images, BATCH, SIZE, SIZE),
          network.features(images, BATCH, SIZE, SIZE),
          1e-4f);
      assertEquals(weights, network.backboneWeights());
    }
  }

  @Test
  void goingBackNeedsAForwardPass() {
    try (TrainableNetwork network = open()) {
      assertThrows(IllegalStateException.class, () -> network.backward(gradients));
    }
  }

  @Test
  void aHeadOfAnotherSizeIsRefused() {
    StateDict weights = BackboneWeights.random(SPEC.architecture(), 1);
    assertThrows(
        ProblemException.class,
        () -> engine.openTrainable(SPEC, weights, new float[10], new float[2]));
  }

  private void step(TrainableNetwork network) {
    network.forward(images, BATCH, SIZE, SIZE);
    network.backward(gradients);
    network.step(AdamSettings.of(1e-3, 1e-3, 1e-2, 10));
  }

  private static TrainableNetwork open() {
    return engine.openTrainable(
        SPEC, BackboneWeights.random(SPEC.architecture(), 1), head(), bias());
  }

  private static float[] head() {
    return normal(EMBEDDING * SPEC.featureSize(), 5);
  }

  private static float[] bias() {
    return normal(EMBEDDING, 6);
  }

  private static float[] normal(int count, long seed) {
    Random random = new Random(seed);
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }

  private static double squares(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double[] toDoubles(float[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i];
    }
    return out;
  }
}
