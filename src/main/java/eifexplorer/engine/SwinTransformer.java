package eifexplorer.engine;

import static eifexplorer.engine.Renaming.number;

import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.Residual;
import eifexplorer.engine.TokenLayer.LayerNorm;
import eifexplorer.engine.TokenLayer.Linear;
import eifexplorer.engine.TokenLayer.Order;
import eifexplorer.engine.TokenLayer.PatchMerging;
import eifexplorer.engine.TokenLayer.WindowAttention;
import eifexplorer.engine.checkpoint.StateDict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first version of the Swin Transformer as torchvision builds it.
 *
 * <p>Liu, Lin, Cao, Hu, Wei, Zhang, Lin, Guo: Swin Transformer: Hierarchical Vision Transformer using Shifted Windows (2021).
 *
 * @param blocks blocks in each of the four stages
 * @param width channels of the first stage; each stage has twice those of the one before
 * @param heads heads of the first stage; each stage has twice those of the one before
 * @param window side of a window
 */
public record SwinTransformer(List<Integer> blocks, int width, int heads, int window)
    implements Architecture {
  private static final double EPSILON = 1e-5;
  private static final int STAGES = 4;
  private static final NumberedNames NAMES =
      new NumberedNames("swin", STAGES, "w", "h", "n")
          .known("swin_t", 2, 2, 6, 2, 96, 3, 7)
          .known("swin_s", 2, 2, 18, 2, 96, 3, 7)
          .known("swin_b", 2, 2, 18, 2, 128, 4, 7);

  private static final String BLOCK = "layers\\.(\\d+)\\.blocks\\.(\\d+)\\.";
  private static final String TABLE = "attn.relative_position_bias_table";

  /** Names of timm and of the authors, which write a halving as the end of a stage. */
  private static final Renaming RENAMING =
      new Renaming()
          .rule("patch_embed\\.proj\\.(.*)", "features.0.0.$1")
          .rule("patch_embed\\.norm\\.(.*)", "features.0.2.$1")
          .rule(
              BLOCK + "mlp\\.fc1\\.(.*)",
              m -> block(m.group(1), m.group(2)) + "mlp.0." + m.group(3))
          .rule(
              BLOCK + "mlp\\.fc2\\.(.*)",
              m -> block(m.group(1), m.group(2)) + "mlp.3." + m.group(3))
          .rule(BLOCK + "(.*)", m -> block(m.group(1), m.group(2)) + m.group(3))
          .rule(
              "layers\\.(\\d+)\\.downsample\\.(.*)",
              m -> "features." + number(m, 1, 2, 2) + "." + m.group(2));

  /** How its files are told. */
  static final NetworkFamily FAMILY =
      new NetworkFamily() {
        @Override
        public List<String> examples() {
          return NAMES.known();
        }

        @Override
        public Optional<Architecture> parse(String name) {
          return NAMES.parse(name).map(SwinTransformer::of);
        }

        @Override
        public List<String> marks() {
          return List.of("features.1.0." + TABLE, "layers.0.blocks.0." + TABLE);
        }

        @Override
        public NamedNetwork read(StateDict given) {
          // Later versions of timm write a halving as the beginning of the next stage.
          boolean early = given.contains("layers.0.downsample.reduction.weight");
          return NamedNetwork.renamed(
              n -> infer(n), given, name -> RENAMING.apply(early ? name : moved(name)));
        }
      };

  /** Throws {@link eifexplorer.problem.ProblemException} if a number is out of range. */
  public SwinTransformer {
    blocks = List.copyOf(blocks);
    NAMES.require(1, blocks);
    NAMES.require(1, List.of(width, heads, window));
  }

  private static SwinTransformer of(List<Integer> numbers) {
    return new SwinTransformer(
        numbers.subList(0, STAGES),
        numbers.get(STAGES),
        numbers.get(STAGES + 1),
        numbers.get(STAGES + 2));
  }

  private static String moved(String name) {
    return new Renaming()
        .rule(
            "layers\\.([1-9]\\d*)\\.downsample\\.(.*)",
            m -> "layers." + number(m, 1, 1, -1) + ".downsample." + m.group(2))
        .apply(name);
  }

  private static Architecture infer(StateDict weights) {
    List<Integer> blocks = new ArrayList<>();
    for (int stage = 0; stage < STAGES; stage++) {
      String name = "features\\." + (2 * stage + 1) + "\\.(\\d+)\\.norm1\\.weight";
      blocks.add(WeightCounts.count(weights, name));
    }
    int width = WeightCounts.axis(weights, "features.0.0.weight", 0);
    int heads = WeightCounts.axis(weights, "features.1.0." + TABLE, 1);
    int offsets = WeightCounts.axis(weights, "features.1.0." + TABLE, 0);
    int window = (WeightCounts.root(offsets, "offsets of two places") + 1) / 2;
    return new SwinTransformer(blocks, width, heads, window);
  }

  private static String block(String stage, String block) {
    return "features." + (2 * Integer.parseInt(stage) + 1) + "." + block + ".";
  }

  @Override
  public String name() {
    List<Integer> numbers = new ArrayList<>(blocks);
    numbers.addAll(List.of(width, heads, window));
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
    layers.add(Order.CHANNELS_LAST);
    layers.add(new LayerNorm("features.0.2", width, EPSILON));
    for (int stage = 0; stage < STAGES; stage++) {
      if (stage > 0) {
        int before = width << (stage - 1);
        layers.add(new PatchMerging("features." + 2 * stage + ".", before, EPSILON));
      }
      for (int i = 0; i < blocks.get(stage); i++) {
        String name = "features." + (2 * stage + 1) + "." + i + ".";
        layers.addAll(block(name, width << stage, heads << stage, i % 2 * (window / 2)));
      }
    }
    layers.add(new LayerNorm("norm", featureSize(), EPSILON));
    layers.add(Order.CHANNELS_FIRST);
    return layers;
  }

  private List<Layer> block(String name, int channels, int heads, int shift) {
    return List.of(
        residual(
            new LayerNorm(name + "norm1", channels, EPSILON),
            new WindowAttention(name + "attn.", channels, heads, window, shift)),
        residual(
            new LayerNorm(name + "norm2", channels, EPSILON),
            new Linear(name + "mlp.0", channels, 4 * channels, Activation.GELU),
            new Linear(name + "mlp.3", 4 * channels, channels, Activation.NONE)));
  }

  private static Layer residual(Layer... body) {
    return new Residual(List.of(body), List.of(), Activation.NONE);
  }
}
