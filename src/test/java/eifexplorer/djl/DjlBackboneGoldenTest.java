package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.engine.AuthorsCheckpoint;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Engine;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.ResidualNetwork;
import eifexplorer.testing.GoldenFiles;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden cases 11_ckpt_* and 11_resnet50_formula: features and embeddings in evaluation mode. */
class DjlBackboneGoldenTest {
  private static Engine engine;

  @BeforeAll
  static void load() {
    engine = Reference.engine();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "tinybottleneck"})
  void authorsCheckpoint(String name) {
    AuthorsCheckpoint checkpoint = Reference.checkpoint(name);
    BackboneSpec spec = new BackboneSpec(checkpoint.architecture(), Pooling.MAX, true);
    try (Npz golden = GoldenFiles.open("11_ckpt_" + name + ".npz");
        Backbone backbone = engine.openBackbone(spec, checkpoint.backbone())) {
      NdArray x = golden.array("x");
      float[] features = backbone.features(x.floats(), x.axis(0), x.axis(2), x.axis(3));
      Reference.assertClose(golden, "features", features, 2e-4, 1e-3);
      float[] weight = checkpoint.head().orElseThrow().weight().floats();
      float[] bias = checkpoint.head().orElseThrow().bias().floats();
      float[] embedding = Reference.embed(engine.matrixMath(), features, weight, bias);
      Reference.assertClose(golden, "embedding", embedding, 2e-4, 1e-3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "tinybottleneck"})
  void authorsWeights(String name) {
    AuthorsCheckpoint checkpoint = Reference.checkpoint(name);
    try (Npz golden = GoldenFiles.open("11_ckpt_" + name + ".npz")) {
      float[] row = golden.array("module.1.weight_row0").floats();
      float[] weight = checkpoint.head().orElseThrow().weight().floats();
      assertArrayEquals(row, Arrays.copyOf(weight, row.length));
      float[] stem = checkpoint.backbone().get("conv1.weight").floats();
      assertArrayEquals(
          golden.array("module.0.base.conv1.weight_flat16").floats(), Arrays.copyOf(stem, 16));
      assertArrayEquals(
          golden.array("module.0.base.bn1.running_mean").floats(),
          checkpoint.backbone().get("bn1.running_mean").floats());
      assertArrayEquals(
          golden.array("module.0.base.bn1.num_batches_tracked").longs(),
          new long[] {checkpoint.backbone().get("bn1.num_batches_tracked").longView().get(0)});
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 256})
  void resnet50WithWeightsFromAFormula(int size) {
    String x = "x" + size;
    float[] images = FormulaWeights.images(size);
    BackboneSpec spec = new BackboneSpec(ResidualNetwork.RESNET50, Pooling.MAX, true);
    FormulaWeights formula = FormulaWeights.read();
    try (Npz golden = GoldenFiles.open("11_resnet50_formula.npz");
        Backbone backbone = engine.openBackbone(spec, formula.backbone())) {
      Reference.assertClose(golden, x + "_first8", Arrays.copyOf(images, 8), 0, 0);
      Reference.assertClose(golden, "linear_first8", Arrays.copyOf(formula.headWeight(), 8), 0, 0);
      float[] features = backbone.features(images, 1, size, size);
      Reference.assertClose(golden, x + "_features", features, 2e-3, 2e-3);
      float[] embedding =
          Reference.embed(engine.matrixMath(), features, formula.headWeight(), formula.headBias());
      Reference.assertClose(golden, x + "_embedding", embedding, 2e-3, 2e-3);
    }
  }
}
