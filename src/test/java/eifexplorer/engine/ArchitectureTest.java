package eifexplorer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import eifexplorer.testing.GoldenFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArchitectureTest {

  @ParameterizedTest
  @CsvSource({
    "resnet18,512",
    "resnet34,512",
    "resnet50,2048",
    "mobilenet_v2,1280",
    "torchscript,0",
    "torchscript-99,99",
    "basic-1-1-1-1-w32,256",
    "bottleneck-1-2-1-1-w64-g4,2048",
    "bottleneck-3-4-23-3-w64-g32,2048",
    "bottleneck-1-1-1-1-w64-g4-x8,2048",
    "resnet101,2048",
    "resnext50_32x4d,2048",
    "vit_s_16,384",
    "dinov2_b_14_registers,768",
    "vit_b_16-torchvision,768",
    "vit-2-w48-h3-p8-g4-m96-r2-s1-dino,48",
    "convnext_small,768",
    "convnext-1-1-2-1-w8,64",
    "swin_t,768",
    "swin-1-2-1-1-w8-h1-n4,64",
    "efficientnet_b3,1536",
    "bninception,1024"
  })
  void namesAreReadAndPrinted(String name, int featureSize) {
    Architecture architecture = Architecture.parse(name);
    assertEquals(
        List.of(name, featureSize), List.of(architecture.name(), architecture.featureSize()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resnet5",
        "basic-0-1-1-1-w32",
        "basic-1-1-1-1-w32-g4",
        "bottleneck-1-1-1-1-w999",
        "basic-1-1-1-1-w32-x2",
        "vit-0-w48-h3-p8-g4-m96-r2-s1",
        "vit-2-w48-h5-p8-g4-m96-r2-s1",
        "efficientnet_b9",
        "swin-1-1-1-1-w8-h1"
      })
  void otherNamesAreRefused(String name) {
    assertThrows(ProblemException.class, () -> Architecture.parse(name));
  }

  @ParameterizedTest
  @CsvSource({
    "resnet18,11176512",
    "resnet34,21284672",
    "resnet50,23508032",
    "mobilenet_v2,2223872",
    "resnet101,42500160",
    "resnext50_32x4d,22979904",
    "wide_resnet50_2,66834240",
    "efficientnet_b0,4007548",
    "efficientnet_b4,17548616",
    "convnext_tiny,27820128",
    "swin_s,48837258",
    "vit_b_16,85798656",
    "dinov2_s_14,22056192"
  })
  void torchvisionsNumberOfParameters(String name, long expected) {
    long count = 0;
    for (WeightShape weight : Architecture.parse(name).weights()) {
      long size = 1;
      for (int axis : weight.shape()) {
        size *= axis;
      }
      count += weight.isTrained() ? size : 0;
    }
    assertEquals(expected, count);
  }

  @Test
  void resnet50HasTheReferencesNamesAndShapesInOrder() {
    Path file = GoldenFiles.file("11_resnet50_keys.json");
    List<String> expected = new ArrayList<>();
    for (JsonNode entry : JsonMapper.builder().build().readTree(file.toFile())) {
      String name = entry.get(0).asString();
      if (name.startsWith("module.0.base.") && !name.contains(".fc.")) {
        int[] shape = new int[entry.get(1).size()];
        for (int axis = 0; axis < shape.length; axis++) {
          shape[axis] = entry.get(1).get(axis).asInt();
        }
        expected.add(new WeightShape(name.substring(14), shape).toString());
      }
    }
    assertEquals(
        expected, ResidualNetwork.RESNET50.weights().stream().map(WeightShape::toString).toList());
  }

  @Test
  void aSpecIsReadAgainFromItsDescription() {
    BackboneSpec spec = new BackboneSpec(ResidualNetwork.RESNET50, Pooling.MAX, true);
    assertEquals(spec, BackboneSpec.parse("resnet50/max/layernorm"));
    assertEquals("resnet50/max/layernorm", spec.describe());
  }

  @Test
  void theDemoNetworkHasAboutAMillionParameters() {
    long count =
        BackboneWeights.random(Architecture.parse("basic-1-1-1-1-w32"), 0).asMap().values().stream()
            .mapToLong(tensor -> tensor.size())
            .sum();
    assertTrue(count > 1_000_000 && count < 1_500_000, "parameters: " + count);
  }
}
