package eifexplorer.engine;

import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.MaxPooling;
import eifexplorer.engine.Layer.Residual;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A residual network as torchvision builds it: a 7×7 stem, a max pooling and four stages of blocks.
 *
 * <p>He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition (2015); wide ones: Zagoruyko, Komodakis (2016);
 * ResNeXt: Xie, Girshick, Dollár, Tu, He (2017). The stride of a bottleneck is at its 3×3
 * convolution, as in torchvision.
 *
 * @param block kind of block
 * @param blocks blocks in each of the four stages, 1 to 64 each
 * @param baseWidth channels of the stem and the first stage, 1 to 512; torchvision's own networks have 64
 * @param widthPerGroup torchvision's width_per_group, 1 to 512: a bottleneck of p channels is int(p * widthPerGroup / 64)
 *     times groups wide; 64 for basic blocks
 * @param groups channel groups of a bottleneck's 3×3 convolution, 1 to 512; 1 for basic blocks
 */
public record ResidualNetwork(
    Block block, List<Integer> blocks, int baseWidth, int widthPerGroup, int groups)
    implements Architecture {
  /** torchvision's ResNet-18. */
  public static final ResidualNetwork RESNET18 = new ResidualNetwork(Block.BASIC, 2, 2, 2, 2);

  /** torchvision's ResNet-34. */
  public static final ResidualNetwork RESNET34 = new ResidualNetwork(Block.BASIC, 3, 4, 6, 3);

  /** torchvision's ResNet-50, which the authors use. */
  public static final ResidualNetwork RESNET50 = new ResidualNetwork(Block.BOTTLENECK, 3, 4, 6, 3);

  private static final int USUAL_WIDTH = 64;
  private static final Pattern NAME =
      Pattern.compile(
          "(basic|bottleneck)-(\\d{1,2})-(\\d{1,2})-(\\d{1,2})-(\\d{1,2})-w(\\d{1,3})(?:-g(\\d{1,3}))?(?:-x(\\d{1,3}))?");
  private static final String MARK = "layer1.0.conv1.weight";

  /** torchvision's names. */
  private static final Map<String, ResidualNetwork> KNOWN = new LinkedHashMap<>();

  static {
    List<Integer> hundredOne = List.of(3, 4, 23, 3);
    KNOWN.put("resnet18", RESNET18);
    KNOWN.put("resnet34", RESNET34);
    KNOWN.put("resnet50", RESNET50);
    KNOWN.put("resnet101", new ResidualNetwork(Block.BOTTLENECK, hundredOne, 64, 64, 1));
    KNOWN.put("resnet152", new ResidualNetwork(Block.BOTTLENECK, 3, 8, 36, 3));
    KNOWN.put(
        "wide_resnet50_2", new ResidualNetwork(Block.BOTTLENECK, RESNET50.blocks, 64, 128, 1));
    KNOWN.put("wide_resnet101_2", new ResidualNetwork(Block.BOTTLENECK, hundredOne, 64, 128, 1));
    KNOWN.put("resnext50_32x4d", new ResidualNetwork(Block.BOTTLENECK, RESNET50.blocks, 64, 4, 32));
    KNOWN.put("resnext101_32x8d", new ResidualNetwork(Block.BOTTLENECK, hundredOne, 64, 8, 32));
    KNOWN.put("resnext101_64x4d", new ResidualNetwork(Block.BOTTLENECK, hundredOne, 64, 4, 64));
  }

  /** How its files are told. */
  static final NetworkFamily FAMILY =
      new NetworkFamily() {
        @Override
        public List<String> examples() {
          return List.copyOf(KNOWN.keySet());
        }

        @Override
        public Optional<Architecture> parse(String name) {
          return Optional.<Architecture>ofNullable(KNOWN.get(name))
              .or(() -> ResidualNetwork.parse(name));
        }

        @Override
        public List<String> marks() {
          return List.of(MARK);
        }

        @Override
        public NamedNetwork read(StateDict given) {
          return NamedNetwork.asNamed(infer(given), given);
        }
      };

  /** Kind of block. */
  public enum Block {
    /** Two 3×3 convolutions. */
    BASIC(1),
    /** 1×1, 3×3 and 1×1 convolutions, four times as wide at the end. */
    BOTTLENECK(4);

    private final int expansion;

    Block(int expansion) {
      this.expansion = expansion;
    }
  }

  /** Throws {@link ProblemException} if a number is out of range. */
  public ResidualNetwork {
    blocks = List.copyOf(blocks);
    boolean fits = blocks.size() == 4 && blocks.stream().allMatch(n -> n >= 1 && n <= 64);
    fits &= baseWidth >= 1 && baseWidth <= 512 && widthPerGroup >= 1 && widthPerGroup <= 512;
    fits &= groups >= 1 && groups <= 512;
    fits &= block == Block.BOTTLENECK || (widthPerGroup == USUAL_WIDTH && groups == 1);
    if (!fits || baseWidth * widthPerGroup < USUAL_WIDTH) {
      throw ProblemException.badValue(
          "residual network",
          blocks
              + " blocks of width "
              + baseWidth
              + ", "
              + widthPerGroup
              + " a group, "
              + groups
              + " groups",
          "four stages of 1 to 64 blocks, widths from 1 to 512");
    }
  }

  /** A network of torchvision's usual widths. */
  public ResidualNetwork(Block block, Integer... blocks) {
    this(block, List.of(blocks), USUAL_WIDTH, USUAL_WIDTH, 1);
  }

  private static Architecture infer(StateDict weights) {
    int inner = WeightCounts.axis(weights, MARK, 0);
    int base =
        weights.contains("conv1.weight")
            ? WeightCounts.axis(weights, "conv1.weight", 0)
            : USUAL_WIDTH;
    List<Integer> blocks = new ArrayList<>();
    for (int stage = 1; stage <= 4; stage++) {
      String name = "layer" + stage + "\\.(\\d+)\\.conv1\\.weight";
      blocks.add(WeightCounts.count(weights, name));
    }
    if (!weights.contains("layer1.0.conv3.weight")) {
      return new ResidualNetwork(Block.BASIC, blocks, base, USUAL_WIDTH, 1);
    }
    int perGroup = Math.max(1, WeightCounts.axis(weights, "layer1.0.conv2.weight", 1));
    int groups = Math.max(1, inner / perGroup);
    int width = (inner / groups * USUAL_WIDTH + base - 1) / Math.max(1, base);
    return new ResidualNetwork(Block.BOTTLENECK, blocks, base, width, groups);
  }

  private static Optional<Architecture> parse(String text) {
    Matcher match = NAME.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    List<Integer> blocks = new ArrayList<>();
    for (int stage = 0; stage < 4; stage++) {
      blocks.add(Integer.parseInt(match.group(2 + stage)));
    }
    int group = match.group(7) == null ? USUAL_WIDTH : Integer.parseInt(match.group(7));
    int groups = match.group(8) == null ? 1 : Integer.parseInt(match.group(8));
    Block block = Block.valueOf(match.group(1).toUpperCase(Locale.ROOT));
    int base = Integer.parseInt(match.group(6));
    return Optional.of(new ResidualNetwork(block, blocks, base, group, groups));
  }

  @Override
  public String name() {
    for (Map.Entry<String, ResidualNetwork> entry : KNOWN.entrySet()) {
      if (entry.getValue().equals(this)) {
        return entry.getKey();
      }
    }
    StringBuilder name = new StringBuilder(block.name().toLowerCase(Locale.ROOT));
    blocks.forEach(count -> name.append('-').append(count));
    name.append("-w").append(baseWidth);
    if (block == Block.BOTTLENECK) {
      name.append("-g").append(widthPerGroup);
    }
    return groups == 1 ? name.toString() : name.append("-x").append(groups).toString();
  }

  @Override
  public int featureSize() {
    return baseWidth * 8 * block.expansion;
  }

  @Override
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    layers.add(Convolution.of("conv1", "bn1", 3, baseWidth, 7, 2, Activation.RELU));
    layers.add(new MaxPooling(3, 2, 1, false));
    int in = baseWidth;
    for (int stage = 0; stage < 4; stage++) {
      int planes = baseWidth << stage;
      for (int i = 0; i < blocks.get(stage); i++) {
        String name = "layer" + (stage + 1) + "." + i + ".";
        layers.add(residual(name, in, planes, stage > 0 && i == 0 ? 2 : 1));
        in = planes * block.expansion;
      }
    }
    return layers;
  }

  private Layer residual(String name, int in, int planes, int stride) {
    int out = planes * block.expansion;
    List<Layer> shortcut =
        stride == 1 && in == out
            ? List.of()
            : List.of(
                Convolution.of(
                    name + "downsample.0",
                    name + "downsample.1",
                    in,
                    out,
                    1,
                    stride,
                    Activation.NONE));
    List<Layer> body =
        block == Block.BASIC
            ? List.of(
                convolution(name, 1, in, planes, 3, stride, Activation.RELU),
                convolution(name, 2, planes, out, 3, 1, Activation.NONE))
            : bottleneck(name, in, planes, stride);
    return new Residual(body, shortcut, Activation.RELU);
  }

  private List<Layer> bottleneck(String name, int in, int planes, int stride) {
    int perGroup = (int) (planes * (widthPerGroup / 64.0));
    int width = perGroup * groups;
    return List.of(
        convolution(name, 1, in, width, 1, 1, Activation.RELU),
        Convolution.grouped(
            name + "conv2", name + "bn2", width, width, 3, stride, groups, Activation.RELU),
        convolution(name, 3, width, planes * block.expansion, 1, 1, Activation.NONE));
  }

  private static Layer convolution(
      String name, int number, int in, int out, int kernel, int stride, Activation activation) {
    return Convolution.of(
        name + "conv" + number, name + "bn" + number, in, out, kernel, stride, activation);
  }
}
