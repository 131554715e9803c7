package eifexplorer.engine;

import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.Residual;
import eifexplorer.engine.checkpoint.StateDict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * MobileNet-V2 of width 1 as in torchvision, up to its last feature map of 1,280 channels.
 *
 * <p>Sandler, Howard, Zhu, Zhmoginov, Chen: MobileNetV2: Inverted Residuals and Linear Bottlenecks (2018).
 */
public record MobileNetV2() implements Architecture {
  static final String NAME = "mobilenet_v2";

  /** Expansion, channels out, blocks, stride of the first block. */
  private static final int[][] STAGES = {
    {1, 16, 1, 1},
    {6, 24, 2, 2},
    {6, 32, 3, 2},
    {6, 64, 4, 2},
    {6, 96, 3, 1},
    {6, 160, 3, 2},
    {6, 320, 1, 1}
  };

  private static final int SMALLEST_STAGE = 32;

  /** timm's names. */
  private static final Renaming RENAMING =
      new Renaming()
          .rule("conv_stem\\.(.*)", "features.0.0.$1")
          .rule("bn1\\.(.*)", "features.0.1.$1")
          .rule("conv_head\\.(.*)", "features.18.0.$1")
          .rule("bn2\\.(.*)", "features.18.1.$1")
          .rule(
              "blocks\\.(\\d+)\\.(\\d+)\\.(conv_pw|bn1|conv_dw|bn2|conv_pwl|bn3)\\.(.*)",
              MobileNetV2::ofTimm);

  /** How its files are told. */
  static final NetworkFamily FAMILY =
      new NetworkFamily() {
        @Override
        public List<String> examples() {
          return List.of(NAME);
        }

        @Override
        public Optional<Architecture> parse(String name) {
          return name.equals(NAME) ? Optional.of(new MobileNetV2()) : Optional.empty();
        }

        @Override
        public List<String> marks() {
          return List.of("features.18.0.weight", "blocks.6.0.conv_pwl.weight");
        }

        @Override
        public NamedNetwork read(StateDict given) {
          return NamedNetwork.renamed(n -> new MobileNetV2(), given, RENAMING);
        }
      };

  private static String ofTimm(MatchResult match) {
    int stage = Integer.parseInt(match.group(1));
    int block = 1 + Integer.parseInt(match.group(2));
    for (int before = 0; before < Math.min(stage, STAGES.length); before++) {
      block += STAGES[before][2];
    }
    boolean first = stage == 0;
    String place =
        switch (match.group(3)) {
          case "conv_pw" -> first ? "1." : "0.0.";
          case "bn1" -> "0.1.";
          case "conv_dw" -> first ? "0.0." : "1.0.";
          case "bn2" -> first ? "2." : "1.1.";
          case "conv_pwl" -> "2.";
          default -> "3.";
        };
    return "features." + block + ".conv." + place + match.group(4);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int featureSize() {
    return 1280;
  }

  /** Those of 32 channels and more: chosen on CUB-200-2011 and Omniglot by how well wrong labels are found with them. */
  @Override
  public List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    int layers = 1;
    for (int[] stage : STAGES) {
      layers += (stage[0] == 1 ? 2 : 3) + stage[2] - 1;
      if (stage[1] >= SMALLEST_STAGE) {
        stages.add(new Stage(layers, stage[1]));
      }
    }
    return stages;
  }

  @Override
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    int in = 32;
    layers.add(unit("features.0.", 3, in, 3, 2, 1));
    int index = 1;
    for (int[] stage : STAGES) {
      for (int i = 0; i < stage[2]; i++) {
        List<Layer> block =
            invertedResidual(
                "features." + index++ + ".conv.", in, stage[1], i == 0 ? stage[3] : 1, stage[0]);
        if (i > 0) {
          layers.add(new Residual(block, List.of(), Activation.NONE));
        } else {
          layers.addAll(block);
        }
        in = stage[1];
      }
    }
    layers.add(unit("features." + index + ".", in, featureSize(), 1, 1, 1));
    return layers;
  }

  private static List<Layer> invertedResidual(
      String name, int in, int out, int stride, int expansion) {
    int hidden = in * expansion;
    List<Layer> layers = new ArrayList<>();
    int part = 0;
    if (expansion != 1) {
      layers.add(unit(name + part++ + ".", in, hidden, 1, 1, 1));
    }
    layers.add(unit(name + part++ + ".", hidden, hidden, 3, stride, hidden));
    layers.add(Convolution.of(name + part, name + (part + 1), hidden, out, 1, 1, Activation.NONE));
    return layers;
  }

  private static Layer unit(String name, int in, int out, int kernel, int stride, int groups) {
    return Convolution.grouped(
        name + "0", name + "1", in, out, kernel, stride, groups, Activation.RELU6);
  }
}
