package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.AuthorsCheckpoint;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Engine;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.testing.GoldenFiles;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Golden case 14_train_steps: three warm-up steps and two of the whole network. */
class DjlTrainableNetworkGoldenTest {
  private static final int BATCH = 16;
  private static final int SIZE = 64;

  @Test
  void fiveStepsGiveTheReferencesWeights() {
    AuthorsCheckpoint checkpoint = Reference.checkpoint("tinybottleneck");
    AuthorsCheckpoint.Head head = checkpoint.head().orElseThrow();
    BackboneSpec spec = new BackboneSpec(checkpoint.architecture(), Pooling.MAX, true);
    try (Npz golden = GoldenFiles.open("14_train_steps.npz");
        Engine engine = Reference.engine();
        TrainableNetwork network =
            engine.openTrainable(
                spec, checkpoint.backbone(), head.weight().floats(), head.bias().floats())) {
      NdArray proxies = golden.array("P0");
      ProxyNcaSteps loss = new ProxyNcaSteps(proxies.doubles(), proxies.axis(1));
      network.setBackboneLearns(false);
      train(golden, network, loss, 0, 3);
      assertWarmedUp(golden, network, loss);
      network.setBackboneLearns(true);
      network.resetOptimiser();
      loss.resetOptimiser();
      train(golden, network, loss, 3, 5);
      assertTrained(golden, network, loss);
      float[] features =
          network.features(Arrays.copyOf(images(golden, 0), 4 * 3 * SIZE * SIZE), 4, SIZE, SIZE);
      float[] embedding =
          Reference.embed(engine.matrixMath(), features, network.headWeight(), network.headBias());
      Reference.assertClose(golden, "eval_embedding", embedding, 2.7e-3, 1e-4);
    }
  }

  private static void train(
      Npz golden, TrainableNetwork network, ProxyNcaSteps loss, int from, int to) {
    float[] losses = golden.array("losses").floats();
    int[] labels = golden.array("Y").ints();
    for (int step = from; step < to; step++) {
      float[] embeddings = network.forward(images(golden, step), BATCH, SIZE, SIZE);
      int[] batchLabels = Arrays.copyOfRange(labels, step * BATCH, (step + 1) * BATCH);
      network.backward(loss.gradients(embeddings, batchLabels));
      assertEquals(losses[step], loss.loss(), 9.1e-5 + 1e-4 * losses[step], "loss " + step);
      network.step(AdamSettings.of(4e-3, 4e-3, 1.0, 10));
      loss.step(400, 1.0);
    }
  }

  private static void assertWarmedUp(Npz golden, TrainableNetwork network, ProxyNcaSteps loss) {
    StateDict weights = network.backboneWeights();
    Reference.assertClose(golden, "W_warm", network.headWeight(), 1.2e-6, 1e-4);
    Reference.assertClose(golden, "P_warm", loss.proxies(), 0.013, 1e-4);
    Reference.assertClose(golden, "conv1_warm", weights.get("conv1.weight").floats(), 1e-6, 1e-4);
    Reference.assertClose(
        golden, "bn1_mean_warm", weights.get("bn1.running_mean").floats(), 1.1e-6, 1e-4);
  }

  private static void assertTrained(Npz golden, TrainableNetwork network, ProxyNcaSteps loss) {
    StateDict weights = network.backboneWeights();
    Reference.assertClose(golden, "W", network.headWeight(), 1.3e-6, 1e-4);
    Reference.assertClose(golden, "b", network.headBias(), 1.1e-6, 1e-4);
    Reference.assertClose(golden, "P", loss.proxies(), 0.013, 1e-4);
    Reference.assertClose(golden, "conv1", weights.get("conv1.weight").floats(), 6.2e-4, 1e-4);
    Reference.assertClose(golden, "bn1_weight", weights.get("bn1.weight").floats(), 6.1e-5, 1e-4);
    Reference.assertClose(golden, "bn1_bias", weights.get("bn1.bias").floats(), 1.8e-5, 1e-4);
    Reference.assertClose(
        golden, "bn1_mean", weights.get("bn1.running_mean").floats(), 1.2e-6, 1e-4);
    Reference.assertClose(golden, "bn1_var", weights.get("bn1.running_var").floats(), 2.2e-6, 1e-4);
    Reference.assertClose(
        golden, "l4conv3", weights.get("layer4.0.conv3.weight").floats(), 1.2e-6, 1e-4);
    Reference.assertClose(golden, "norms", norms(network, weights), 7.9e-5, 1e-4);
  }

  /** Frobenius norm of every weight in the reference's order, without counters. */
  private static float[] norms(TrainableNetwork network, StateDict weights) {
    StateDict floats = weights.filtered(name -> !name.endsWith("num_batches_tracked"));
    float[] norms = new float[floats.size() + 2];
    int i = 0;
    for (String name : floats.names()) {
      norms[i++] = norm(floats.get(name).floatView());
    }
    norms[i++] = norm(FloatBuffer.wrap(network.headWeight()));
    norms[i] = norm(FloatBuffer.wrap(network.headBias()));
    return norms;
  }

  private static float norm(FloatBuffer values) {
    double sum = 0;
    while (values.hasRemaining()) {
      double value = values.get();
      sum += value * value;
    }
    return (float) Math.sqrt(sum);
  }

  private static float[] images(Npz golden, int step) {
    int size = BATCH * 3 * SIZE * SIZE;
    return Arrays.copyOfRange(golden.array("X").floats(), step * size, (step + 1) * size);
  }
}
