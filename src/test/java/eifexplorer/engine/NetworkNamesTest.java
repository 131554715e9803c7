package eifexplorer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights under the names of timm, DINO, DINOv2 and the authors are those under torchvision's. */
class NetworkNamesTest {
  /** Pairs of a pattern and what replaces it, from torchvision's names to others. */
  private static final Map<String, String[]> STYLES =
      Map.of(
          "timm vit",
          new String[] {
            "class_token", "cls_token",
            "encoder\\.pos_embedding", "pos_embed",
            "register_tokens", "reg_token",
            "conv_proj\\.", "patch_embed.proj.",
            "encoder\\.layers\\.encoder_layer_", "blocks.",
            "\\.ln_", ".norm",
            "self_attention\\.in_proj_", "attn.qkv.",
            "self_attention\\.out_proj", "attn.proj",
            "mlp\\.0", "mlp.fc1",
            "mlp\\.3", "mlp.fc2",
            "\\.ls(\\d)", ".ls$1.gamma",
            "encoder\\.ln", "norm"
          },
          "old torchvision vit",
          new String[] {"mlp\\.0", "mlp.linear_1", "mlp\\.3", "mlp.linear_2"},
          "timm convnext",
          new String[] {
            "features\\.0\\.", "stem.",
            "features\\.2\\.(\\d\\.[wb])", "stages.1.downsample.$1",
            "features\\.4\\.(\\d\\.[wb])", "stages.2.downsample.$1",
            "features\\.6\\.(\\d\\.[wb])", "stages.3.downsample.$1",
            "features\\.1\\.", "stages.0.blocks.",
            "features\\.3\\.", "stages.1.blocks.",
            "features\\.5\\.", "stages.2.blocks.",
            "features\\.7\\.", "stages.3.blocks.",
            "layer_scale", "gamma",
            "block\\.0", "conv_dw",
            "block\\.2", "norm",
            "block\\.3", "mlp.fc1",
            "block\\.5", "mlp.fc2",
            "classifier\\.0", "head.norm"
          },
          "authors' convnext",
          new String[] {
            "features\\.0\\.", "downsample_layers.0.",
            "features\\.2\\.(\\d\\.[wb])", "downsample_layers.1.$1",
            "features\\.4\\.(\\d\\.[wb])", "downsample_layers.2.$1",
            "features\\.6\\.(\\d\\.[wb])", "downsample_layers.3.$1",
            "features\\.1\\.", "stages.0.",
            "features\\.3\\.", "stages.1.",
            "features\\.5\\.", "stages.2.",
            "features\\.7\\.", "stages.3.",
            "layer_scale", "gamma",
            "block\\.0", "dwconv",
            "block\\.2", "norm",
            "block\\.3", "pwconv1",
            "block\\.5", "pwconv2",
            "classifier\\.0", "norm"
          },
          "timm swin",
          new String[] {
            "features\\.0\\.0", "patch_embed.proj",
            "features\\.0\\.2", "patch_embed.norm",
            "features\\.2\\.", "layers.1.downsample.",
            "features\\.4\\.", "layers.2.downsample.",
            "features\\.6\\.", "layers.3.downsample.",
            "features\\.1\\.", "layers.0.blocks.",
            "features\\.3\\.", "layers.1.blocks.",
            "features\\.5\\.", "layers.2.blocks.",
            "features\\.7\\.", "layers.3.blocks.",
            "mlp\\.0", "mlp.fc1",
            "mlp\\.3", "mlp.fc2"
          },
          "authors' swin",
          new String[] {
            "features\\.0\\.0", "patch_embed.proj",
            "features\\.0\\.2", "patch_embed.norm",
            "features\\.2\\.", "layers.0.downsample.",
            "features\\.4\\.", "layers.1.downsample.",
            "features\\.6\\.", "layers.2.downsample.",
            "features\\.1\\.", "layers.0.blocks.",
            "features\\.3\\.", "layers.1.blocks.",
            "features\\.5\\.", "layers.2.blocks.",
            "features\\.7\\.", "layers.3.blocks.",
            "mlp\\.0", "mlp.fc1",
            "mlp\\.3", "mlp.fc2"
          },
          "timm efficientnet",
          new String[] {
            "features\\.0\\.0", "conv_stem",
            "features\\.0\\.1", "bn1",
            "features\\.8\\.0", "conv_head",
            "features\\.8\\.1", "bn2",
            "features\\.1\\.(\\d)\\.block\\.0\\.0", "blocks.0.$1.conv_dw",
            "features\\.1\\.(\\d)\\.block\\.0\\.1", "blocks.0.$1.bn1",
            "features\\.1\\.(\\d)\\.block\\.1\\.fc1", "blocks.0.$1.se.conv_reduce",
            "features\\.1\\.(\\d)\\.block\\.1\\.fc2", "blocks.0.$1.se.conv_expand",
            "features\\.1\\.(\\d)\\.block\\.2\\.0", "blocks.0.$1.conv_pw",
            "features\\.1\\.(\\d)\\.block\\.2\\.1", "blocks.0.$1.bn2",
            "block\\.0\\.0", "conv_pw",
            "block\\.0\\.1", "bn1",
            "block\\.1\\.0", "conv_dw",
            "block\\.1\\.1", "bn2",
            "block\\.2\\.fc1", "se.conv_reduce",
            "block\\.2\\.fc2", "se.conv_expand",
            "block\\.3\\.0", "conv_pwl",
            "block\\.3\\.1", "bn3",
            "features\\.2\\.", "blocks.1.",
            "features\\.3\\.", "blocks.2.",
            "features\\.4\\.", "blocks.3.",
            "features\\.5\\.", "blocks.4.",
            "features\\.6\\.", "blocks.5.",
            "features\\.7\\.", "blocks.6."
          });

  private static final String VIT = "vit-2-w64-h1-p8-g4-m96-r0-s0";

  private static StateDict renamed(StateDict weights, String... pairs) {
    Map<String, WeightTensor> out = new LinkedHashMap<>();
    weights
        .asMap()
        .forEach(
            (name, tensor) -> {
              String now = name;
              for (int i = 0; i < pairs.length; i += 2) {
                now = now.replaceFirst(pairs[i], pairs[i + 1]);
              }
              out.put(now, tensor);
            });
    return StateDict.of(out);
  }

  private static StateDict random(String network) {
    return BackboneWeights.random(Architecture.parse(network), 3);
  }

  @ParameterizedTest
  @CsvSource({
    "timm vit," + VIT + "," + VIT,
    "old torchvision vit," + VIT + "," + VIT + "-torchvision",
    "timm vit,vit-1-w128-h2-p14-g3-m64-r4-s1,vit-1-w128-h2-p14-g3-m64-r4-s1",
    "timm convnext,convnext-1-1-2-1-w4,convnext-1-1-2-1-w4",
    "authors' convnext,convnext-1-2-1-1-w4,convnext-1-2-1-1-w4",
    "timm swin,swin-1-2-1-1-w8-h1-n4,swin-1-2-1-1-w8-h1-n4",
    "authors' swin,swin-1-1-1-2-w8-h2-n3,swin-1-1-1-2-w8-h2-n3",
    "timm efficientnet,efficientnet_b0,efficientnet_b0"
  })
  void othersNames(String style, String network, String expected) {
    StateDict weights = random(network);
    StateDict theirs = renamed(weights, STYLES.get(style)).prefixed("module.backbone.");
    AuthorsCheckpoint found = AuthorsCheckpoint.of(theirs, "");
    assertEquals(expected, found.architecture().name());
    assertEquals(weights, found.backbone());
  }

  /** timm's MobileNet-V2: by hand, since its names do not follow torchvision's count. */
  @ParameterizedTest
  @CsvSource({
    "conv_stem.weight,features.0.0.weight",
    "blocks.0.0.conv_dw.weight,features.1.conv.0.0.weight",
    "blocks.0.0.conv_pw.weight,features.1.conv.1.weight",
    "blocks.0.0.bn2.bias,features.1.conv.2.bias",
    "blocks.1.1.conv_pw.weight,features.3.conv.0.0.weight",
    "blocks.2.0.conv_dw.weight,features.4.conv.1.0.weight",
    "blocks.6.0.conv_pwl.weight,features.17.conv.2.weight",
    "blocks.6.0.bn3.running_mean,features.17.conv.3.running_mean",
    "bn2.weight,features.18.1.weight"
  })
  void timmsMobileNet(String theirs, String torchvisions) {
    StateDict given = StateDict.of(Map.of(theirs, WeightTensor.of(new float[1], 1)));
    assertTrue(MobileNetV2.FAMILY.read(given).weights().contains(torchvisions));
  }

  /** DINOv2 numbers its blocks within chunks, and positions other sizes in its own way; its mask token is not needed. */
  @Test
  void dinov2sChunksAndItsMaskToken() {
    String network = "vit-2-w64-h1-p8-g4-m96-r0-s1";
    StateDict weights = random(network);
    String[] style = STYLES.get("timm vit");
    StateDict theirs =
        renamed(weights, style)
            .plus(StateDict.of(Map.of("mask_token", WeightTensor.of(new float[64], 1, 64))));
    theirs = renamed(theirs, "blocks\\.", "blocks.0.");
    AuthorsCheckpoint found = AuthorsCheckpoint.of(theirs, "");
    assertEquals(network, found.architecture().name());
    assertEquals(weights, found.backbone());
  }

  /** With register tokens, timm gives the class token no position. */
  @Test
  void positionsWithoutTheClassToken() {
    StateDict weights = random("vit-1-w64-h1-p8-g2-m96-r3-s1");
    float[] positions = weights.get("encoder.pos_embedding").floats();
    WeightTensor patches = WeightTensor.of(Arrays.copyOfRange(positions, 64, 320), 1, 4, 64);
    StateDict theirs =
        renamed(weights, STYLES.get("timm vit")).plus(StateDict.of(Map.of("pos_embed", patches)));
    Arrays.fill(positions, 0, 64, 0);
    assertEquals(
        WeightTensor.of(positions, 1, 5, 64),
        AuthorsCheckpoint.of(theirs, "").backbone().get("encoder.pos_embedding"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"teacher.backbone.", "state_dict_ema.module."})
  void theBetterOfTwoCopiesIsTaken(String better) {
    StateDict first = BackboneWeights.random(Architecture.parse("basic-1-1-1-1-w4"), 1);
    StateDict second = BackboneWeights.random(Architecture.parse("basic-1-1-1-1-w4"), 2);
    StateDict both = first.prefixed("student.").plus(second.prefixed(better));
    assertEquals(second, AuthorsCheckpoint.of(both, "").backbone());
  }

  @ParameterizedTest
  @CsvSource({
    "basic-1-1-1-1-w4,layer1.0.se.fc1.weight,layers that basic-1-1-1-1-w4 has not: layer1.0.se",
    "vit-1-w64-h1-p8-g2-m96-r0-s0,encoder.layers.encoder_layer_0.gate,has not: encoder.layers",
    "vit-1-w64-h1-p8-g2-m96-r0-s0,dist_token,a layer that is not known"
  })
  void aNetworkWithFurtherLayersIsRefused(String network, String more, String expected) {
    StateDict weights =
        random(network).plus(StateDict.of(Map.of(more, WeightTensor.of(new float[4], 4))));
    ProblemException problem =
        assertThrows(ProblemException.class, () -> AuthorsCheckpoint.of(weights, "x.pth"));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
  }

  @Test
  void theNearestNetworkIsNamed() {
    StateDict weights = renamed(random("efficientnet_b0"), "^features\\.1\\.0", "stage.a.b");
    ProblemException problem =
        assertThrows(ProblemException.class, () -> AuthorsCheckpoint.of(weights, "x.pth"));
    assertTrue(
        problem.getMessage().contains("The nearest known network is efficientnet_b0"),
        problem.getMessage());
  }
}
