package eifexplorer.djl;

import eifexplorer.array.Npz;
import eifexplorer.engine.AuthorsCheckpoint;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Engine;
import eifexplorer.testing.GoldenFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Golden case 15_backbones: features in evaluation mode, with weights from a formula. */
class BackbonesGoldenTest {
  private static final JsonNode CASE =
      JsonMapper.builder().build().readTree(GoldenFiles.file("15_backbones.json").toFile());
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
  @CsvSource({
    "resnet101,average/plain,64,224",
    "mobilenet_v2,average/plain,64,224",
    "efficientnet_b0,average/plain,64,224",
    "convnext_tiny,average/plain,64,224",
    "swin_t,average/plain,64,224",
    "vit_b_16,token/plain,0,224",
    "bninception,max/layernorm,64,224"
  })
  void features(String name, String features, int small, int large) {
    JsonNode gain = CASE.path("params").path("gain").path(name);
    FormulaWeights formula =
        FormulaWeights.read("15_" + name + "_keys.json", gain.isNumber() ? gain.asDouble() : 1);
    AuthorsCheckpoint found = AuthorsCheckpoint.of(formula.all(), "");
    BackboneSpec spec = BackboneSpec.parse(found.architecture().name() + "/" + features);
    try (Npz golden = GoldenFiles.open("15_backbones.npz");
        Backbone backbone = engine.openBackbone(spec, found.backbone())) {
      for (int size : new int[] {small, large}) {
        if (size > 0) {
          String array = name + "_" + size;
          JsonNode tolerance = CASE.path("arrays").path(array).path("tolerance");
          float[] actual = backbone.features(FormulaWeights.images(size), 1, size, size);
          Reference.assertClose(
              golden,
              array,
              actual,
              tolerance.path("atol").asDouble(),
              tolerance.path("rtol").asDouble());
        }
      }
    }
  }
}
