package eifexplorer.engine;

import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.Residual;
import java.util.ArrayList;
import java.util.List;

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

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int featureSize() {
    return 1280;
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
    return new Convolution(
        name + "0", name + "1", in, out, kernel, stride, kernel / 2, groups, Activation.RELU6);
  }
}
