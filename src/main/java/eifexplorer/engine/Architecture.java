package eifexplorer.engine;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** A convolutional network up to its last feature map: what its layers are and what their weights are called. */
public sealed interface Architecture permits ResidualNetwork, MobileNetV2, TorchScriptNetwork {
  /** The name that {@link #parse} reads. */
  String name();

  /** F, channels of the last feature map. */
  int featureSize();

  /** The layers in order; none for a program that is opened as it is. */
  List<Layer> layers();

  /** Names and shapes of all weights, in torchvision's order. */
  default List<WeightShape> weights() {
    return layers().stream().flatMap(layer -> layer.weights().stream()).toList();
  }

  /**
   * Reads {@code resnet18}, {@code resnet34}, {@code resnet50}, {@code mobilenet_v2}, {@code torchscript}, or a residual
   * network by its numbers, such as {@code basic-1-1-1-1-w32} or {@code bottleneck-1-2-1-1-w64-g4}: blocks in each of the
   * four stages, channels of the first stage, and (bottleneck) torchvision's {@code width_per_group}.
   *
   * @throws ProblemException for anything else
   */
  static Architecture parse(String text) {
    return switch (text) {
      case "resnet18" -> ResidualNetwork.RESNET18;
      case "resnet34" -> ResidualNetwork.RESNET34;
      case "resnet50" -> ResidualNetwork.RESNET50;
      case MobileNetV2.NAME -> new MobileNetV2();
      default ->
          Optional.<Architecture>empty()
              .or(() -> TorchScriptNetwork.parse(text))
              .or(() -> ResidualNetwork.parse(text))
              .orElseThrow(
                  () ->
                      ProblemException.badValue(
                          "architecture",
                          text,
                          "resnet18, resnet34, resnet50, mobilenet_v2, torchscript, "
                              + "basic-1-1-1-1-w32, bottleneck-1-2-1-1-w64-g4"));
    };
  }
}
