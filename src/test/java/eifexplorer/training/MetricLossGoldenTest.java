package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.array.Npz;
import eifexplorer.embedding.Proxies;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.Tolerance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricLossGoldenTest {
  private static final Tolerance PER_SAMPLE = new Tolerance(2e-5, 1e-4);
  private static final Tolerance MEAN = new Tolerance(2e-5, 1e-5);
  private static final Tolerance GRADIENT = new Tolerance(2e-6, 1e-3);

  @ParameterizedTest
  @CsvSource({
    "01_losses_small,proxynca",
    "01_losses_small,softtriple",
    "01_losses_medium,proxynca",
    "01_losses_medium,softtriple"
  })
  void valuesAndGradientsAreTheReferences(String file, String name) {
    try (Npz npz = GoldenFiles.open(file + ".npz")) {
      MetricLoss loss = loss(npz, spec(name), "proxies");
      double[] x = npz.array("X").doubles();
      int[] labels = npz.array("T").ints();

      PER_SAMPLE.check(
          "per sample", npz.array(name + "_per_sample").doubles(), loss.perSample(x, labels));
      checkGradients(npz, name, loss.gradients(x, labels, null));
      for (String weights : new String[] {"int", "float"}) {
        checkGradients(
            npz,
            name + "_reweight_" + weights,
            loss.gradients(x, labels, npz.array("weights_" + weights).doubles()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"01_losses_small", "01_losses_medium"})
  void threeCentresAreAsPublished(String file) {
    try (Npz npz = GoldenFiles.open(file + ".npz")) {
      MetricLoss loss = loss(npz, LossSpec.SOFT_TRIPLE.withCentres(3), "proxies_K3");
      double[] x = npz.array("X").doubles();
      int[] labels = npz.array("T").ints();

      PER_SAMPLE.check(
          "per sample", npz.array("K3_intended_per_sample").doubles(), loss.perSample(x, labels));
      checkGradients(npz, "K3_intended", loss.gradients(x, labels, null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxynca", "softtriple"})
  void twoClassesAreAsPublishedAndNotAsInTheReference(String name) {
    try (Npz npz = GoldenFiles.open("01_losses_two_classes_quirk.npz")) {
      double[] x = npz.array("X").doubles();
      int[] labels = npz.array("T").ints();
      double[] losses = loss(npz, spec(name), "proxies").perSample(x, labels);

      double[] reference = npz.array(name + "_per_sample_reference").doubles();
      PER_SAMPLE.check(
          "published", published(name, x, npz.array("proxies").doubles(), labels), losses);
      for (int i = 0; i < labels.length; i++) {
        assertTrue(labels[i] == 1 || reference[i] == 0, "the reference loses nothing for label 0");
        assertTrue(labels[i] == 1 || losses[i] > 0, "label 0 has a loss");
      }
    }
  }

  @Test
  void theReferenceCountsBothLogitsOfLabelOne() {
    try (Npz npz = GoldenFiles.open("01_losses_two_classes_quirk.npz")) {
      double[] x = npz.array("X").doubles();
      int[] labels = npz.array("T").ints();
      MetricLoss loss = loss(npz, LossSpec.PROXY_NCA, "proxies");
      int[] others = Arrays.stream(labels).map(t -> 1 - t).toArray();
      double[] own = loss.perSample(x, labels);
      double[] other = loss.perSample(x, others);
      double[] quirk = new double[labels.length];
      for (int i = 0; i < quirk.length; i++) {
        quirk[i] = labels[i] == 1 ? own[i] + other[i] : 0;
      }

      new Tolerance(1e-5, 1e-4)
          .check("quirk", npz.array("proxynca_per_sample_reference").doubles(), quirk);
    }
  }

  /** Both losses for two classes, written down for one pair of logits. */
  private static double[] published(String name, double[] x, double[] proxies, int[] labels) {
    int size = proxies.length / 2;
    double[] losses = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      double own = cosine(x, i * size, proxies, labels[i] * size, size);
      double other = cosine(x, i * size, proxies, (1 - labels[i]) * size, size);
      double gap = name.equals("proxynca") ? 18 * (other - own) : 20 * (other - own + .01);
      losses[i] = Math.log1p(Math.exp(gap));
    }
    return losses;
  }

  private static double cosine(double[] a, int i, double[] b, int j, int size) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int k = 0; k < size; k++) {
      ab += a[i + k] * b[j + k];
      aa += a[i + k] * a[i + k];
      bb += b[j + k] * b[j + k];
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static void checkGradients(Npz npz, String prefix, MetricLoss.Gradients actual) {
    MEAN.check("mean", npz.array(prefix + "_mean").doubles()[0], actual.loss());
    GRADIENT.check("gradX", npz.array(prefix + "_gradX").doubles(), actual.embeddings());
    GRADIENT.check("gradP", npz.array(prefix + "_gradP").doubles(), actual.proxies());
  }

  private static MetricLoss loss(Npz npz, LossSpec spec, String proxies) {
    int size = npz.array(proxies).axis(1);
    return MetricLosses.of(
        spec, new Proxies(npz.array(proxies).floats(), size, spec.centresPerClass()));
  }

  private static LossSpec spec(String name) {
    return name.equals("proxynca") ? LossSpec.PROXY_NCA : LossSpec.SOFT_TRIPLE;
  }
}
