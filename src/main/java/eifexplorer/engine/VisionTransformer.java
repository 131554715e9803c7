package eifexplorer.engine;

import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.Residual;
import eifexplorer.engine.TokenLayer.Attention;
import eifexplorer.engine.TokenLayer.ChannelScale;
import eifexplorer.engine.TokenLayer.Interpolation;
import eifexplorer.engine.TokenLayer.LayerNorm;
import eifexplorer.engine.TokenLayer.Linear;
import eifexplorer.engine.TokenLayer.Tokens;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Vision Transformer as torchvision builds it (ViT, DeiT, DINO), with the factors of each branch and the register tokens of DINOv2.
 *
 * <p>Dosovitskiy et al.: An Image is Worth 16x16 Words (2020); Oquab et al.: DINOv2 (2023); Darcet et al.: Vision Transformers
 * Need Registers (2023).
 *
 * @param blocks attention blocks
 * @param width C, values a token
 * @param heads into how many parts C is cut
 * @param patch side of a patch in pixels
 * @param grid rows and columns of patches the positions were learned for
 * @param hidden values of a token inside a block
 * @param registers register tokens
 * @param layerScale whether each branch ends with learned factors
 * @param interpolation how positions serve images of another size
 */
public record VisionTransformer(
    int blocks,
    int width,
    int heads,
    int patch,
    int grid,
    int hidden,
    int registers,
    boolean layerScale,
    Interpolation interpolation)
    implements Architecture {
  private static final double EPSILON = 1e-6;
  private static final String BLOCK = "encoder.layers.encoder_layer_";

  /** Values a head has in nearly all of them; in the others, heads is 16. */
  private static final int USUAL_HEAD = 64;

  private static final int HUGE = 1280;

  private static final NumberedNames NAMES =
      new NumberedNames("vit", 1, "w", "h", "p", "g", "m", "r", "s")
          .known("vit_s_16", 12, 384, 6, 16, 14, 1536, 0, 0)
          .known("vit_b_16", 12, 768, 12, 16, 14, 3072, 0, 0)
          .known("vit_b_32", 12, 768, 12, 32, 7, 3072, 0, 0)
          .known("vit_l_16", 24, 1024, 16, 16, 14, 4096, 0, 0)
          .known("dinov2_s_14", 12, 384, 6, 14, 37, 1536, 0, 1)
          .known("dinov2_b_14", 12, 768, 12, 14, 37, 3072, 0, 1)
          .known("dinov2_l_14", 24, 1024, 16, 14, 37, 4096, 0, 1)
          .known("dinov2_s_14_registers", 12, 384, 6, 14, 37, 1536, 4, 1)
          .known("dinov2_b_14_registers", 12, 768, 12, 14, 37, 3072, 4, 1);

  /** How its files are told. */
  static final NetworkFamily FAMILY =
      new NetworkFamily() {
        @Override
        public List<String> examples() {
          return NAMES.known();
        }

        @Override
        public Optional<Architecture> parse(String name) {
          return VisionTransformer.named(name);
        }

        @Override
        public List<String> marks() {
          return List.of(
              BLOCK + "0.ln_1.weight", "blocks.0.attn.qkv.weight", "blocks.0.0.attn.qkv.weight");
        }

        @Override
        public NamedNetwork read(StateDict given) {
          return VisionTransformerNames.read(given);
        }
      };

  /** Throws {@link ProblemException} if a number is out of range. */
  public VisionTransformer {
    NAMES.require(1, List.of(blocks, width, heads, patch, grid, hidden));
    NAMES.require(0, List.of(registers));
    if (width % heads != 0) {
      throw ProblemException.badValue("heads", heads, "a number that divides " + width);
    }
  }

  private static Optional<Architecture> named(String name) {
    for (Interpolation way : Interpolation.values()) {
      String end = "-" + way.name().toLowerCase(Locale.ROOT);
      if (name.endsWith(end)) {
        return NAMES.parse(name.substring(0, name.length() - end.length())).map(n -> of(n, way));
      }
    }
    return NAMES.parse(name).map(n -> of(n, usual(n.get(6), n.get(7) > 0)));
  }

  private static VisionTransformer of(List<Integer> n, Interpolation interpolation) {
    return new VisionTransformer(
        n.get(0),
        n.get(1),
        n.get(2),
        n.get(3),
        n.get(4),
        n.get(5),
        n.get(6),
        n.get(7) > 0,
        interpolation);
  }

  /** How networks of such parts usually serve other sizes. */
  static Interpolation usual(int registers, boolean layerScale) {
    return layerScale && registers == 0 ? Interpolation.DINO : Interpolation.TIMM;
  }

  /** The network that weights under torchvision's names are for. */
  static VisionTransformer infer(StateDict weights, Interpolation interpolation) {
    int width = WeightCounts.axis(weights, "conv_proj.weight", 0);
    int registers =
        weights.contains(Tokens.REGISTERS) ? WeightCounts.axis(weights, Tokens.REGISTERS, 1) : 0;
    int positions = WeightCounts.axis(weights, Tokens.POSITIONS, 1);
    return new VisionTransformer(
        WeightCounts.count(weights, "encoder\\.layers\\.encoder_layer_(\\d+)\\.ln_1\\.weight"),
        width,
        width == HUGE || width % USUAL_HEAD != 0 ? Math.min(16, width) : width / USUAL_HEAD,
        WeightCounts.axis(weights, "conv_proj.weight", 2),
        WeightCounts.root(positions - 1, "positions of patches"),
        WeightCounts.axis(weights, BLOCK + "0.mlp.0.weight", 0),
        registers,
        weights.contains(BLOCK + "0.ls1"),
        interpolation);
  }

  @Override
  public String name() {
    List<Integer> numbers =
        List.of(blocks, width, heads, patch, grid, hidden, registers, layerScale ? 1 : 0);
    String name = NAMES.name(numbers);
    return interpolation == usual(registers, layerScale)
        ? name
        : name + "-" + interpolation.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int featureSize() {
    return width;
  }

  @Override
  public Pooling usualPooling() {
    return Pooling.TOKEN;
  }

  @Override
  public Optional<TokenGrid> tokenGrid() {
    return Optional.of(new TokenGrid(patch, 1 + registers));
  }

  @Override
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    layers.add(Convolution.patches("conv_proj", 3, width, patch));
    layers.add(new Tokens(width, grid, registers, interpolation));
    for (int i = 0; i < blocks; i++) {
      String name = BLOCK + i + ".";
      layers.add(
          branch(
              name + "ls1",
              new LayerNorm(name + "ln_1", width, EPSILON),
              new Attention(name + "self_attention.", width, heads)));
      layers.add(
          branch(
              name + "ls2",
              new LayerNorm(name + "ln_2", width, EPSILON),
              new Linear(name + "mlp.0", width, hidden, Activation.GELU),
              new Linear(name + "mlp.3", hidden, width, Activation.NONE)));
    }
    layers.add(new LayerNorm("encoder.ln", width, EPSILON));
    return layers;
  }

  private Layer branch(String scale, Layer... layers) {
    List<Layer> body = new ArrayList<>(List.of(layers));
    if (layerScale) {
      body.add(new ChannelScale(scale, width, false));
    }
    return new Residual(body, List.of(), Activation.NONE);
  }
}
