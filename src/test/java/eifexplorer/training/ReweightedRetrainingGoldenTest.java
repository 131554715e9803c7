package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.array.Npz;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.UnitRows;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.testing.Kernels;
import eifexplorer.testing.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Kernels.class)
class ReweightedRetrainingGoldenTest {
  private final MatrixMath math;

  ReweightedRetrainingGoldenTest(Kernels kernels) {
    math = kernels.math();
  }

  private final Npz npz = GoldenFiles.open("13_reweight_epoch.npz");

  @AfterEach
  void close() {
    npz.close();
  }

  @Test
  void weightsAreTheReferences() {
    assertArrayEquals(npz.array("weights").doubles(), weights());
    assertArrayEquals(
        npz.array("weights_overlap_demo").doubles(),
        SampleWeights.of(4, new int[] {0, 1}, 2, new int[] {1, 2}, 0));
  }

  @Test
  void fractionsOfWeightsAreKept() {
    assertArrayEquals(
        new double[] {1.7, 1.7, 0.5, 1},
        SampleWeights.of(4, new int[] {0, 1}, 1.7, new int[] {1, 2}, 0.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxynca", "softtriple"})
  void theFirstStepIsTheReferences(String loss) {
    ReweightedRetraining.Result result = run(loss, batches().subList(0, 1));

    new Tolerance(2e-6, 0)
        .check(
            "W",
            npz.array(loss + "_W_after_first_batch").doubles(),
            Doubles.of(result.head().weight()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxynca", "softtriple"})
  void theEpochIsTheReferences(String loss) {
    ReweightedRetraining.Result result = run(loss, batches());

    new Tolerance(2e-5, 1e-4)
        .check("losses", npz.array(loss + "_batch_losses").doubles(), result.batchLosses());
    new Tolerance(2e-5, 0)
        .check("W", npz.array(loss + "_W_after").doubles(), Doubles.of(result.head().weight()));
    assertArrayEquals(npz.array("b").floats(), result.head().bias());
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxynca", "softtriple"})
  void distancesOfPairsBeforeAndAfterAreTheReferences(String loss) {
    EmbeddingHead after = run(loss, batches()).head();

    new Tolerance(1e-5, 1e-5)
        .check("before", npz.array(loss + "_d_before").doubles(), distances(head()));
    new Tolerance(1e-4, 1e-4)
        .check("after", npz.array(loss + "_d_after").doubles(), distances(after));
  }

  private ReweightedRetraining.Result run(String loss, List<int[]> batches) {
    return new ReweightedRetraining(math)
        .run(
            head(),
            new Proxies(npz.array("P").floats(), npz.array("P").axis(1), 1),
            loss.equals("proxynca") ? LossSpec.PROXY_NCA : LossSpec.SOFT_TRIPLE,
            features("X"),
            npz.array("y").ints(),
            weights(),
            batches,
            JobContext.unattended());
  }

  private double[] weights() {
    int[] helpful = npz.array("helpful").ints();
    int[] harmful = npz.array("harmful").ints();
    return SampleWeights.of(npz.array("y").axis(0), helpful, 2, harmful, 0);
  }

  private List<int[]> batches() {
    int[] offsets = npz.array("batch_offsets").ints();
    int[] indices = npz.array("batch_indices").ints();
    List<int[]> batches = new ArrayList<>();
    for (int b = 0; b + 1 < offsets.length; b++) {
      batches.add(Arrays.copyOfRange(indices, offsets[b], offsets[b + 1]));
    }
    return batches;
  }

  private double[] distances(EmbeddingHead head) {
    HeapFeatures test = features("Xte");
    int[] pairs = npz.array("pairs").ints();
    float[] rows = test.gather(pairs);
    int size = head.embeddingSize();
    float[] embeddings = new float[pairs.length * size];
    math.timesTransposed(rows, pairs.length, head.weight(), size, test.columns(), embeddings);
    float[] bias = head.bias();
    for (int i = 0; i < embeddings.length; i++) {
      embeddings[i] += bias[i % size];
    }
    double[] units = UnitRows.of(Doubles.of(embeddings), size).units();
    double[] distances = new double[pairs.length / 2];
    for (int p = 0; p < distances.length; p++) {
      for (int j = 0; j < size; j++) {
        double difference = units[2 * p * size + j] - units[(2 * p + 1) * size + j];
        distances[p] += difference * difference;
      }
    }
    return distances;
  }

  private EmbeddingHead head() {
    return new EmbeddingHead(npz.array("W").floats(), npz.array("b").floats());
  }

  private HeapFeatures features(String name) {
    return new HeapFeatures(
        npz.array(name).floats(), npz.array(name).axis(0), npz.array(name).axis(1));
  }
}
