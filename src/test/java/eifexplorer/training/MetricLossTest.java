package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.embedding.Proxies;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricLossTest {
  private static final int SIZE = 6;
  private static final int CLASSES = 4;
  private static final int N = 5;

  static Stream<LossSpec> specs() {
    return Stream.concat(means(), Stream.of(LossSpec.PROXY_ANCHOR));
  }

  /** Losses whose batch loss is the mean of the samples'. */
  static Stream<LossSpec> means() {
    return Stream.of(
        LossSpec.PROXY_NCA,
        LossSpec.SOFT_TRIPLE,
        LossSpec.SOFT_TRIPLE.withCentres(3),
        new NormSoftmaxSpec(20, .2),
        new ArcFaceSpec(8, .5),
        new ArcFaceSpec(8, 2));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void embeddingGradientsAreFiniteDifferences(LossSpec spec) {
    float[] proxies = floats(CLASSES * spec.centresPerClass() * SIZE, 1);
    double[] x = doubles(N * SIZE, 2);
    int[] labels = {0, 3, 1, 1, 2};
    double[] weights = {1, 0, 2, .5, 1.5};
    MetricLoss loss = loss(spec, proxies);

    double[] expected = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      expected[i] =
          (loss.gradients(moved(x, i, 1e-5), labels, weights).loss()
                  - loss.gradients(moved(x, i, -1e-5), labels, weights).loss())
              / 2e-5;
    }
    assertArrayEquals(expected, loss.gradients(x, labels, weights).embeddings(), 1e-8);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void proxyGradientsAreFiniteDifferences(LossSpec spec) {
    float[] proxies = floats(CLASSES * spec.centresPerClass() * SIZE, 1);
    double[] x = doubles(N * SIZE, 2);
    int[] labels = {0, 3, 1, 1, 2};
    double step = 0x1p-8;

    double[] expected = new double[proxies.length];
    for (int i = 0; i < proxies.length; i++) {
      float[] above = proxies.clone();
      above[i] += (float) step;
      float[] below = proxies.clone();
      below[i] -= (float) step;
      expected[i] =
          (loss(spec, above).gradients(x, labels, null).loss()
                  - loss(spec, below).gradients(x, labels, null).loss())
              / ((double) above[i] - below[i]);
    }
    assertArrayEquals(expected, loss(spec, proxies).gradients(x, labels, null).proxies(), 2e-4);
  }

  @ParameterizedTest
  @MethodSource("means")
  void theBatchLossIsTheMeanOfTheSamples(LossSpec spec) {
    MetricLoss loss = loss(spec, floats(CLASSES * spec.centresPerClass() * SIZE, 1));
    double[] x = doubles(300 * SIZE, 2);
    int[] labels = IntStream.range(0, 300).map(i -> i % CLASSES).toArray();

    double mean = Arrays.stream(loss.perSample(x, labels)).average().orElseThrow();
    assertEquals(mean, loss.gradients(x, labels, null).loss(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void aSampleLosesTheSameInABatchAsAlone(LossSpec spec) {
    MetricLoss loss = loss(spec, floats(CLASSES * spec.centresPerClass() * SIZE, 1));
    double[] x = doubles(300 * SIZE, 2);
    int[] labels = IntStream.range(0, 300).map(i -> i % CLASSES).toArray();

    double[] alone = new double[300];
    for (int i = 0; i < 300; i++) {
      double[] row = Arrays.copyOfRange(x, i * SIZE, (i + 1) * SIZE);
      alone[i] = loss.perSample(row, new int[] {labels[i]})[0];
    }
    assertArrayEquals(alone, loss.perSample(x, labels));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void cosinesGiveTheLossesThatTheirEmbeddingsGive(LossSpec spec) {
    float[] proxies = floats(CLASSES * spec.centresPerClass() * SIZE, 1);
    double[] x = doubles(N * SIZE, 2);
    int[] labels = {0, 3, 1, 1, 2};

    double[] fromCosines = loss(spec, proxies).perSampleFromCosines(cosines(x, proxies), labels);
    assertArrayEquals(loss(spec, proxies).perSample(x, labels), fromCosines, 1e-12);
  }

  /** The published formula, term by term. */
  @Test
  void proxyAnchorIsItsFormula() {
    float[] proxies = floats(CLASSES * SIZE, 1);
    double[] x = doubles(N * SIZE, 2);
    int[] labels = {0, 3, 1, 1, 0};
    double[] cosines = cosines(x, proxies);
    double expected = 0;
    for (int c = 0; c < CLASSES; c++) {
      double own = 0;
      double others = 0;
      for (int i = 0; i < N; i++) {
        double cosine = cosines[i * CLASSES + c];
        own += labels[i] == c ? Math.exp(-32 * (cosine - .1)) : 0;
        others += labels[i] == c ? 0 : Math.exp(32 * (cosine + .1));
      }
      // Three of the four classes are in the batch.
      expected += Math.log(1 + own) / 3 + Math.log(1 + others) / CLASSES;
    }

    assertEquals(
        expected, loss(LossSpec.PROXY_ANCHOR, proxies).gradients(x, labels, null).loss(), 1e-10);
  }

  @Test
  void aProxyAnchorSampleAloneIsABatchOfOne() {
    float[] proxies = floats(CLASSES * SIZE, 1);
    double[] x = doubles(SIZE, 2);
    MetricLoss loss = loss(LossSpec.PROXY_ANCHOR, proxies);

    assertEquals(
        loss.gradients(x, new int[] {2}, null).loss(), loss.perSample(x, new int[] {2})[0], 1e-12);
  }

  @Test
  void arcFaceAddsAnAngle() {
    float[] proxies = {1, 0, 0, 1};
    MetricLoss loss = MetricLosses.of(new ArcFaceSpec(4, Math.PI / 6), new Proxies(proxies, 2, 1));
    // 45 degrees from both proxies; 30 more from its own.
    double own = 4 * Math.cos(Math.toRadians(75));
    double other = 4 * Math.cos(Math.toRadians(45));

    assertEquals(
        Math.log(Math.exp(own) + Math.exp(other)) - own,
        loss.perSample(new double[] {3, 3}, new int[] {0})[0],
        1e-12);
  }

  @Test
  void aZeroEmbeddingIsEquallyFarFromAllProxies() {
    MetricLoss loss = loss(LossSpec.PROXY_NCA, floats(CLASSES * SIZE, 1));

    assertEquals(Math.log(CLASSES), loss.perSample(new double[SIZE], new int[] {2})[0], 1e-12);
  }

  @Test
  void aLabelWithoutProxyIsRefusedByNameAndNumber() {
    MetricLoss loss = loss(LossSpec.PROXY_NCA, floats(CLASSES * SIZE, 1));

    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> loss.perSample(new double[2 * SIZE], new int[] {3, 4}));
    assertEquals(
        "Sample 1 has label 4 without a proxy. There are proxies for labels 0 to 3.",
        problem.getMessage());
  }

  @Test
  void oneClassIsRefused() {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> loss(LossSpec.PROXY_NCA, floats(SIZE, 1)));
    assertEquals("number of classes is 1. Allowed: 2 or more.", problem.getMessage());
  }

  @Test
  void proxiesWithOtherCentresThanTheLossAreRefused() {
    Proxies two = new Proxies(floats(CLASSES * 2 * SIZE, 1), SIZE, 2);

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> MetricLosses.of(LossSpec.SOFT_TRIPLE.withCentres(3), two));
    assertEquals(
        "centres per class of the proxies is 2. Allowed: 3, as the loss has.",
        problem.getMessage());
  }

  private static double[] cosines(double[] x, float[] proxies) {
    int count = proxies.length / SIZE;
    double[] cosines = new double[x.length / SIZE * count];
    for (int i = 0; i < cosines.length; i++) {
      double product = 0;
      double squares = 0;
      double proxySquares = 0;
      for (int r = 0; r < SIZE; r++) {
        double a = x[i / count * SIZE + r];
        double b = proxies[i % count * SIZE + r];
        product += a * b;
        squares += a * a;
        proxySquares += b * b;
      }
      cosines[i] = product / Math.sqrt(squares * proxySquares);
    }
    return cosines;
  }

  private static MetricLoss loss(LossSpec spec, float[] proxies) {
    return MetricLosses.of(spec, new Proxies(proxies, SIZE, spec.centresPerClass()));
  }

  private static double[] moved(double[] x, int i, double by) {
    double[] copy = x.clone();
    copy[i] += by;
    return copy;
  }

  private static double[] doubles(int n, long seed) {
    return new Random(seed).doubles(n, -1, 1).toArray();
  }

  private static float[] floats(int n, long seed) {
    double[] values = doubles(n, seed);
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }
}
