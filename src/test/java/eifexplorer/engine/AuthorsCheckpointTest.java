package eifexplorer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.checkpoint.Checkpoints;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.GoldenFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorsCheckpointTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resnet18",
        "resnet34",
        "resnet50",
        "mobilenet_v2",
        "basic-1-2-3-1-w16",
        "bottleneck-1-2-1-1-w64-g4",
        "bottleneck-1-1-1-2-w32-g48",
        "bottleneck-1-1-1-1-w32-g8-x4",
        "swin-1-1-1-1-w8-h2-n4",
        "convnext-1-1-2-1-w4",
        "vit-2-w64-h1-p8-g4-m96-r2-s1-torchvision"
      })
  void theArchitectureIsToldFromNamesAndShapes(String name) {
    Architecture architecture = Architecture.parse(name);
    StateDict weights = BackboneWeights.random(architecture, 0);
    AuthorsCheckpoint checkpoint = AuthorsCheckpoint.of(weights.prefixed("0.base."), "");
    assertEquals(architecture, checkpoint.architecture());
    assertEquals(weights, checkpoint.backbone());
  }

  @Test
  void theAuthorsNamesAreKeptBothWays() {
    StateDict saved = small(4, 32);
    assertEquals(saved, AuthorsCheckpoint.of(saved, "").toStateDict());
  }

  @Test
  void aHeadOfAnotherSizeIsRefused() {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> AuthorsCheckpoint.of(small(4, 31), "x.pth"));
    assertTrue(problem.getMessage().contains("weight [4, 31] and bias [4] do not fit 32 features"));
  }

  @Test
  void aMissingStageIsNamed() {
    StateDict cut = small(4, 32).filtered(name -> !name.contains("layer4"));
    ProblemException problem =
        assertThrows(ProblemException.class, () -> AuthorsCheckpoint.of(cut, "x.pth"));
    assertTrue(problem.getMessage().contains("missing: layer4.0.conv1.weight"));
  }

  @Test
  void aNegativeVarianceIsRefused() {
    Map<String, WeightTensor> damaged = new LinkedHashMap<>();
    StateDict sound = small(4, 32);
    for (String name : sound.names()) {
      damaged.put(name, sound.get(name));
    }
    damaged.put("module.0.base.bn1.running_var", WeightTensor.of(new float[] {1, 1, -1, 1}, 4));
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> AuthorsCheckpoint.of(StateDict.of(damaged), "x.pth"));
    assertEquals(
        "A variance in the weights is negative: bn1.running_var: x.pth. The file may be damaged:"
            + " save or download it again.",
        problem.getMessage());
  }

  @Test
  void aFileWithoutANetworkIsRefused() {
    StateDict other = StateDict.of(Map.of("a", WeightTensor.of(new float[1], 1)));
    assertThrows(ProblemException.class, () -> AuthorsCheckpoint.of(other, "x.pth"));
  }

  @Test
  void proxiesAreFound() {
    StateDict file = Checkpoints.read(GoldenFiles.file("checkpoints/proxy_cuda0.pth"));
    assertTrue(AuthorsCheckpoint.proxies(file, 64, "").hasShape(10, 64));
  }

  @ParameterizedTest
  @CsvSource({"resnet18,resnet18", "tinybottleneck,bottleneck-1-2-1-1-w64-g4"})
  void theReferencesCheckpoints(String file, String name) {
    StateDict all =
        Checkpoints.read(GoldenFiles.file("checkpoints/cub_cub_trainval_64_0_" + file + ".pth"));
    AuthorsCheckpoint checkpoint = AuthorsCheckpoint.of(all, "");
    assertEquals(name, checkpoint.architecture().name());
    assertTrue(checkpoint.head().isPresent());
  }

  private static StateDict small(int embedding, int features) {
    Map<String, WeightTensor> head = new LinkedHashMap<>();
    float[] weight = new float[embedding * features];
    head.put("module.1.weight", WeightTensor.of(weight, embedding, features));
    head.put("module.1.bias", WeightTensor.of(new float[embedding], embedding));
    return BackboneWeights.random(Architecture.parse("basic-1-1-1-1-w4"), 0)
        .prefixed("module.0.base.")
        .plus(StateDict.of(head));
  }
}
