package eifexplorer.engine;

import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.AveragePooling;
import eifexplorer.engine.Layer.BatchNorm;
import eifexplorer.engine.Layer.Concatenation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.MaxPooling;
import eifexplorer.engine.checkpoint.StateDict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * BN-Inception (Inception-V2) as metric learning uses it, under the names of its conversion from Caffe; its images are BGR
 * from 0 to 255 less 104, 117 and 128.
 *
 * <p>Ioffe, Szegedy: Batch Normalization (2015).
 */
public record BnInception() implements Architecture {
  static final String NAME = "bninception";

  /** What its authors' training moves the running statistics by, in PyTorch's sense. */
  private static final double MOMENTUM = 0.9;

  /**
   * A block: the channels of 1×1, 3×3 (reduced, out), double 3×3 (reduced, out) and after pooling; 0 in the first place and
   * the last: it halves the map, its pooling passing on.
   */
  private record Block(
      String name, int single, int reduce, int triple, int doubleReduce, int twice, int pooled) {}

  private static final List<Block> BLOCKS =
      List.of(
          new Block("3a", 64, 64, 64, 64, 96, 32),
          new Block("3b", 64, 64, 96, 64, 96, 64),
          new Block("3c", 0, 128, 160, 64, 96, 0),
          new Block("4a", 224, 64, 96, 96, 128, 128),
          new Block("4b", 192, 96, 128, 96, 128, 128),
          new Block("4c", 160, 128, 160, 128, 160, 128),
          new Block("4d", 96, 128, 192, 160, 192, 128),
          new Block("4e", 0, 128, 192, 192, 256, 0),
          new Block("5a", 352, 192, 320, 160, 224, 128),
          new Block("5b", 352, 192, 320, 192, 224, 128));

  /** How its files are told. */
  static final NetworkFamily FAMILY =
      new NetworkFamily() {
        @Override
        public List<String> examples() {
          return List.of(NAME);
        }

        @Override
        public Optional<Architecture> parse(String name) {
          return name.equals(NAME) ? Optional.of(new BnInception()) : Optional.empty();
        }

        @Override
        public List<String> marks() {
          return List.of("conv1_7x7_s2.weight");
        }

        @Override
        public NamedNetwork read(StateDict given) {
          return NamedNetwork.asNamed(new BnInception(), given);
        }
      };

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int featureSize() {
    return 1024;
  }

  @Override
  public boolean takesCaffeImages() {
    return true;
  }

  @Override
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    layers.add(unit("conv1_7x7_s2", 3, 64, 7, 2));
    layers.add(new MaxPooling(3, 2, 0, true));
    layers.add(unit("conv2_3x3_reduce", 64, 64, 1, 1));
    layers.add(unit("conv2_3x3", 64, 192, 3, 1));
    layers.add(new MaxPooling(3, 2, 0, true));
    int in = 192;
    for (Block block : BLOCKS) {
      layers.add(new Concatenation(branches(block, in)));
      int through = block.single == 0 ? in : block.single + block.pooled;
      in = through + block.triple + block.twice;
    }
    return layers;
  }

  private static List<List<Layer>> branches(Block block, int in) {
    String name = "inception_" + block.name + "_";
    boolean halving = block.single == 0;
    int stride = halving ? 2 : 1;
    List<List<Layer>> branches = new ArrayList<>();
    if (!halving) {
      branches.add(List.of(unit(name + "1x1", in, block.single, 1, 1)));
    }
    branches.add(
        List.of(
            unit(name + "3x3_reduce", in, block.reduce, 1, 1),
            unit(name + "3x3", block.reduce, block.triple, 3, stride)));
    branches.add(
        List.of(
            unit(name + "double_3x3_reduce", in, block.doubleReduce, 1, 1),
            unit(name + "double_3x3_1", block.doubleReduce, block.twice, 3, 1),
            unit(name + "double_3x3_2", block.twice, block.twice, 3, stride)));
    branches.add(pooling(block, name, in));
    return branches;
  }

  /** The last block pools by the largest value, those that halve likewise, the others by the mean. */
  private static List<Layer> pooling(Block block, String name, int in) {
    if (block.single == 0) {
      return List.of(new MaxPooling(3, 2, 0, true));
    }
    Layer pooling = block.name.equals("5b") ? new MaxPooling(3, 1, 1, true) : new AveragePooling();
    return List.of(pooling, unit(name + "pool_proj", in, block.pooled, 1, 1));
  }

  private static Layer unit(String name, int in, int out, int kernel, int stride) {
    return new Convolution(
        name,
        Optional.of(new BatchNorm(name + "_bn", MOMENTUM)),
        true,
        in,
        out,
        kernel,
        stride,
        kernel / 2,
        1,
        Activation.RELU);
  }
}
