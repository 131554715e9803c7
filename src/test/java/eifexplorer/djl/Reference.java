package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.Npz;
import eifexplorer.engine.AuthorsCheckpoint;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.checkpoint.Checkpoints;
import eifexplorer.math.MatrixMath;
import eifexplorer.testing.GoldenFiles;

/** What the tests of this package share. */
final class Reference {
  private Reference() {}

  static DjlEngine engine() {
    return new DjlEngine(EngineSettings.defaults());
  }

  /** A checkpoint of the reference: "resnet18" or "tinybottleneck". */
  static AuthorsCheckpoint checkpoint(String name) {
    String file = "checkpoints/cub_cub_trainval_64_0_" + name + ".pth";
    return AuthorsCheckpoint.of(Checkpoints.read(GoldenFiles.file(file)), file);
  }

  /** Raw embeddings X Wᵀ + b. */
  static float[] embed(MatrixMath math, float[] features, float[] weight, float[] bias) {
    int f = weight.length / bias.length;
    int n = features.length / f;
    float[] out = new float[n * bias.length];
    math.timesTransposed(features, n, weight, bias.length, f, out);
    for (int i = 0; i < out.length; i++) {
      out[i] += bias[i % bias.length];
    }
    return out;
  }

  /** Checks |a - b| <= atol + rtol |b| for every element of a golden array. */
  static void assertClose(Npz golden, String name, float[] actual, double atol, double rtol) {
    float[] expected = golden.array(name).floats();
    assertEquals(expected.length, actual.length, name);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], atol + rtol * Math.abs(expected[i]), name + " " + i);
    }
  }
}
