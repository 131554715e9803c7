package eifexplorer.engine;

import static eifexplorer.engine.Renaming.number;

import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.Residual;
import eifexplorer.engine.TokenLayer.ChannelScale;
import eifexplorer.engine.TokenLayer.LayerNorm;
import eifexplorer.engine.TokenLayer.Linear;
import eifexplorer.engine.TokenLayer.Order;
import eifexplorer.engine.checkpoint.StateDict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ConvNeXt as torchvision builds it; its last normalisation follows the pooling.
 *
 * <p>Liu, Mao, Wu, Feichtenhofer, Darrell, Xie: A ConvNet for the 2020s (2022).
 *
 * @param blocks blocks in each of the four stages
 * @param width channels of the first stage; each stage has twice those of the one before
 */
public record ConvNext(List<Integer> blocks, int width) implements Architecture {
  private static final double EPSILON = 1e-6;
  private static final int STAGES = 4;
  private static final NumberedNames NAMES =
      new NumberedNames("convnext", STAGES, "w")
          .known("convnext_tiny", 3, 3, 9, 3, 96)
          .known("convnext_small", 3, 3, 27, 3, 96)
          .known("convnext_base", 3, 3, 27, 3, 128)
          .known("convnext_large", 3, 3, 27, 3, 192);

  private static final String BLOCK = "stages\\.(\\d+)\\.(?:blocks\\.)?(\\d+)\\.";

  /** Names of timm and of the authors. */
  private static final Renaming RENAMING =
      new Renaming()
          .rule("(?:stem|downsample_layers\\.0)\\.([01])\\.(.*)", "features.0.$1.$2")
          .rule(
              "(?:stages\\.(?=\\d+\\.d)|downsample_layers\\.)(\\d+)\\.(?:downsample\\.)?([01]\\..*)",
              m -> "features." + number(m, 1, 2, 0) + "." + m.group(2))
          .rule(BLOCK + "gamma()", m -> block(m.group(1), m.group(2)) + "layer_scale")
          .rule(
              BLOCK + "(?:conv_dw|dwconv)(\\..*)",
              m -> block(m.group(1), m.group(2)) + "block.0" + m.group(3))
          .rule(BLOCK + "norm(\\..*)", m -> block(m.group(1), m.group(2)) + "block.2" + m.group(3))
          .rule(
              BLOCK + "(?:mlp\\.fc|pwconv)([12])(\\..*)",
              m -> {
                String place = m.group(3).equals("1") ? "block.3" : "block.5";
                return block(m.group(1), m.group(2)) + place + m.group(4);
              })
          .rule("(?:head\\.)?norm\\.(weight|bias)", "classifier.0.$1");

  /** How its files are told. */
  static final NetworkFamily FAMILY =
      new NetworkFamily() {
        @Override
        public List<String> examples() {
          return NAMES.known();
        }

        @Override
        public Optional<Architecture> parse(String name) {
          return NAMES.parse(name).map(n -> new ConvNext(n.subList(0, STAGES), n.get(STAGES)));
        }

        @Override
        public List<String> marks() {
          return List.of("features.1.0.layer_scale", "stages.0.blocks.0.gamma", "stages.0.0.gamma");
        }

        @Override
        public NamedNetwork read(StateDict given) {
          return NamedNetwork.renamed(n -> infer(n), given, RENAMING);
        }
      };

  /** Throws {@link eifexplorer.problem.ProblemException} if a number is out of range. */
  public ConvNext {
    blocks = List.copyOf(blocks);
    NAMES.require(1, blocks);
    NAMES.require(1, List.of(width));
  }

  private static Architecture infer(StateDict weights) {
    List<Integer> blocks = new ArrayList<>();
    for (int stage = 0; stage < STAGES; stage++) {
      String name = "features\\." + (2 * stage + 1) + "\\.(\\d+)\\.layer_scale";
      blocks.add(WeightCounts.count(weights, name));
    }
    return new ConvNext(blocks, WeightCounts.axis(weights, "features.0.0.weight", 0));
  }

  private static String block(String stage, String block) {
    return "features." + (2 * Integer.parseInt(stage) + 1) + "." + block + ".";
  }

  @Override
  public String name() {
    List<Integer> numbers = new ArrayList<>(blocks);
    numbers.add(width);
    return NAMES.name(numbers);
  }

  @Override
  public int featureSize() {
    return width << (STAGES - 1);
  }

  @Override
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    layers.add(Convolution.patches("features.0.0", 3, width, 4));
    layers.addAll(norm("features.0.1", width));
    for (int stage = 0; stage < STAGES; stage++) {
      int channels = width << stage;
      if (stage > 0) {
        String halving = "features." + 2 * stage + ".";
        layers.addAll(norm(halving + "0", channels / 2));
        layers.add(Convolution.patches(halving + "1", channels / 2, channels, 2));
      }
      for (int i = 0; i < blocks.get(stage); i++) {
        String name = "features." + (2 * stage + 1) + "." + i + ".";
        layers.add(new Residual(body(name, channels), List.of(), Activation.NONE));
      }
    }
    return layers;
  }

  private static List<Layer> norm(String name, int channels) {
    return List.of(
        Order.CHANNELS_LAST, new LayerNorm(name, channels, EPSILON), Order.CHANNELS_FIRST);
  }

  private static List<Layer> body(String name, int channels) {
    return List.of(
        new Convolution(
            name + "block.0",
            Optional.empty(),
            true,
            channels,
            channels,
            7,
            1,
            3,
            channels,
            Activation.NONE),
        Order.CHANNELS_LAST,
        new LayerNorm(name + "block.2", channels, EPSILON),
        new Linear(name + "block.3", channels, 4 * channels, Activation.GELU),
        new Linear(name + "block.5", 4 * channels, channels, Activation.NONE),
        Order.CHANNELS_FIRST,
        new ChannelScale(name + "layer_scale", channels, true));
  }

  @Override
  public List<Layer> afterPooling() {
    return List.of(new LayerNorm("classifier.0", featureSize(), EPSILON));
  }
}
