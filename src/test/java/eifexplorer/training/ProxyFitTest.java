package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProxyFitTest {
  private static final int CLASSES = 5;
  private static final int SIZE = 6;

  private final int[] labels = new int[200];
  private final HeapFeatures embeddings = clouds();

  /** Overlapping clouds around a random direction for each class. */
  private HeapFeatures clouds() {
    Random random = new Random(3);
    float[] centres = new float[CLASSES * SIZE];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = (float) random.nextGaussian();
    }
    float[] values = new float[labels.length * SIZE];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % CLASSES;
      for (int j = 0; j < SIZE; j++) {
        values[i * SIZE + j] = centres[labels[i] * SIZE + j] + (float) random.nextGaussian();
      }
    }
    return new HeapFeatures(values, labels.length, SIZE);
  }

  static java.util.List<LossSpec> losses() {
    return LossSpec.ALL;
  }

  private double loss(LossSpec spec, Proxies proxies) {
    return MetricLosses.of(spec, proxies)
        .gradients(Doubles.of(embeddings.toArray()), labels, null)
        .loss();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void fittedProxiesAreBetterThanCentroidsAndNearlyTheBest(LossSpec spec) {
    ProxyFit fit = new ProxyFit(embeddings, labels, CLASSES, spec);
    Proxies fitted = fit.fit(JobContext.unattended());
    double found = loss(spec, fitted);
    double gained = loss(spec, fit.centroids()) - found;
    assertTrue(gained > 0, spec.name() + " " + gained);
    assertTrue(found - best(spec, fitted) < .1 * gained, spec.name() + " " + found);
  }

  /** What plain gradient descent over all samples reaches from there on. */
  private double best(LossSpec spec, Proxies from) {
    float[] values = from.values();
    double[] units = Doubles.of(embeddings.toArray());
    Adam adam = new Adam(values.length, 1e-8, 0);
    double lowest = Double.POSITIVE_INFINITY;
    for (int step = 0; step < 300; step++) {
      MetricLoss.Gradients at =
          MetricLosses.of(spec, new Proxies(values, SIZE, from.centresPerClass()))
              .gradients(units, labels, null);
      lowest = Math.min(lowest, at.loss());
      adam.step(values, Doubles.floats(at.proxies()), 1e-3);
    }
    return lowest;
  }

  @Test
  void centroidsAreTheMeanDirectionsOfTheClasses() {
    HeapFeatures four = new HeapFeatures(new float[] {2, 0, 0, 5, 0, -1, 0, -3}, 4, 2);
    ProxyFit fit = new ProxyFit(four, new int[] {0, 0, 1, 1}, 2, LossSpec.PROXY_NCA);
    float half = (float) Math.sqrt(.5);
    assertEquals(
        Arrays.toString(new float[] {half, half, 0, -1}),
        Arrays.toString(fit.centroids().values()));
    assertEquals(1, fit.agreement(fit.centroids()));
  }

  @Test
  void severalCentresOfAClassLieApart() {
    LossSpec three = LossSpec.SOFT_TRIPLE.with(LossConstant.CENTRES, 3);
    float[] values = new ProxyFit(embeddings, labels, CLASSES, three).centroids().values();
    assertEquals(CLASSES * 3 * SIZE, values.length);
    assertTrue(Math.abs(values[0] - values[SIZE]) > 1e-3);
  }
}
