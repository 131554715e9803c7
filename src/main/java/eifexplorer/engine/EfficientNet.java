package eifexplorer.engine;

import static eifexplorer.engine.Renaming.number;

import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.Residual;
import eifexplorer.engine.Layer.SqueezeExcitation;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * EfficientNet-B0 to B4 as in torchvision, up to the last feature map.
 *
 * <p>Tan, Le: EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks (2019).
 *
 * @param number 0 to 4
 */
public record EfficientNet(int number) implements Architecture {
  private static final String NAME = "efficientnet_b";

  /** Expansion, kernel, stride of the first block, channels out, blocks; of B0. */
  private static final int[][] STAGES = {
    {1, 3, 1, 16, 1},
    {6, 3, 2, 24, 2},
    {6, 5, 2, 40, 2},
    {6, 3, 2, 80, 3},
    {6, 5, 1, 112, 3},
    {6, 5, 2, 192, 4},
    {6, 3, 1, 320, 1}
  };

  private static final double[] WIDTHS = {1, 1, 1.1, 1.2, 1.4};
  private static final double[] DEPTHS = {1, 1.1, 1.2, 1.4, 1.8};

  private static final String BLOCK = "blocks\\.(\\d+)\\.(\\d+)\\.";

  /** timm's names; its first stage has no expansion. */
  private static final Renaming RENAMING =
      new Renaming()
          .rule("conv_stem\\.(.*)", "features.0.0.$1")
          .rule("bn1\\.(.*)", "features.0.1.$1")
          .rule("conv_head\\.(.*)", "features.8.0.$1")
          .rule("bn2\\.(.*)", "features.8.1.$1")
          .rule(BLOCK + "se\\.conv_reduce\\.(.*)", m -> part(m, 2) + "fc1." + m.group(3))
          .rule(BLOCK + "se\\.conv_expand\\.(.*)", m -> part(m, 2) + "fc2." + m.group(3))
          .rule(BLOCK + "conv_pwl\\.(.*)", m -> part(m, 3) + "0." + m.group(3))
          .rule(BLOCK + "bn3\\.(.*)", m -> part(m, 3) + "1." + m.group(3))
          .rule(BLOCK + "conv_pw\\.(.*)", m -> part(m, first(m) ? 3 : 0) + "0." + m.group(3))
          .rule(BLOCK + "conv_dw\\.(.*)", m -> part(m, 1) + "0." + m.group(3))
          .rule(BLOCK + "bn1\\.(.*)", m -> part(m, first(m) ? 1 : 0) + "1." + m.group(3))
          .rule(BLOCK + "bn2\\.(.*)", m -> part(m, first(m) ? 3 : 1) + "1." + m.group(3));

  /** How its files are told. */
  static final NetworkFamily FAMILY =
      new NetworkFamily() {
        @Override
        public List<String> examples() {
          return List.of(NAME + 0, NAME + 1, NAME + 2, NAME + 3, NAME + 4);
        }

        @Override
        public Optional<Architecture> parse(String name) {
          int place = examples().indexOf(name);
          return place < 0 ? Optional.empty() : Optional.of(new EfficientNet(place));
        }

        @Override
        public List<String> marks() {
          return List.of("features.1.0.block.1.fc1.weight", "blocks.0.0.se.conv_reduce.weight");
        }

        @Override
        public NamedNetwork read(StateDict given) {
          return NamedNetwork.renamed(n -> infer(n), given, RENAMING);
        }
      };

  /** Throws {@link ProblemException} if the number is out of range. */
  public EfficientNet {
    if (number < 0 || number >= WIDTHS.length) {
      throw ProblemException.badValue("EfficientNet", number, "0 to 4");
    }
  }

  private static boolean first(MatchResult block) {
    return block.group(1).equals("0");
  }

  /** The name of the part of a block that torchvision counts as {@code place}, from 0 with and 1 without expansion. */
  private static String part(MatchResult block, int place) {
    int counted = first(block) ? place - 1 : place;
    return "features."
        + Renaming.number(block, 1, 1, 1)
        + "."
        + block.group(2)
        + ".block."
        + counted
        + ".";
  }

  private static Architecture infer(StateDict weights) {
    int blocks = WeightCounts.count(weights, "features\\.6\\.(\\d+)\\..*");
    int last = WeightCounts.axis(weights, "features.8.0.weight", 0);
    for (int number = 0; number < WIDTHS.length; number++) {
      EfficientNet net = new EfficientNet(number);
      if (net.featureSize() == last && net.blocks(STAGES[5]) == blocks) {
        return net;
      }
    }
    throw new ProblemException(
        "The EfficientNet in the file has "
            + last
            + " features and "
            + blocks
            + " blocks in stage 6",
        "",
        "EfficientNet-B0 to B4 are known.");
  }

  private int channels(int ofB0) {
    double wanted = ofB0 * WIDTHS[number];
    int rounded = Math.max(8, (int) (wanted + 4) / 8 * 8);
    return rounded < 0.9 * wanted ? rounded + 8 : rounded;
  }

  private int blocks(int... stage) {
    return (int) Math.ceil(stage[4] * DEPTHS[number]);
  }

  @Override
  public String name() {
    return NAME + number;
  }

  @Override
  public int featureSize() {
    return 4 * channels(320);
  }

  @Override
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    int in = channels(32);
    layers.add(unit("features.0.", 3, in, 3, 2, 1, Activation.SILU));
    for (int s = 0; s < STAGES.length; s++) {
      int[] stage = STAGES[s];
      for (int i = 0; i < blocks(stage); i++) {
        String name = "features." + (s + 1) + "." + i + ".block.";
        int stride = i == 0 ? stage[2] : 1;
        int out = channels(stage[3]);
        List<Layer> block = block(name, stage[0], stage[1], stride, in, out);
        if (stride == 1 && in == out) {
          layers.add(new Residual(block, List.of(), Activation.NONE));
        } else {
          layers.addAll(block);
        }
        in = out;
      }
    }
    layers.add(unit("features.8.", in, featureSize(), 1, 1, 1, Activation.SILU));
    return layers;
  }

  private static List<Layer> block(
      String name, int expansion, int kernel, int stride, int in, int out) {
    int hidden = in * expansion;
    List<Layer> layers = new ArrayList<>();
    int part = 0;
    if (expansion > 1) {
      layers.add(unit(name + part++ + ".", in, hidden, 1, 1, 1, Activation.SILU));
    }
    layers.add(unit(name + part++ + ".", hidden, hidden, kernel, stride, hidden, Activation.SILU));
    layers.add(new SqueezeExcitation(name + part++ + ".", hidden, Math.max(1, in / 4)));
    layers.add(unit(name + part + ".", hidden, out, 1, 1, 1, Activation.NONE));
    return layers;
  }

  private static Layer unit(
      String name, int in, int out, int kernel, int stride, int groups, Activation activation) {
    return Convolution.grouped(name + "0", name + "1", in, out, kernel, stride, groups, activation);
  }
}
