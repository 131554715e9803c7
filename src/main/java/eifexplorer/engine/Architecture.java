package eifexplorer.engine;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A network up to its last feature map: what its layers are and what their weights are called. */
public interface Architecture {
  /** The name that {@link #parse} reads. */
  String name();

  /** F, channels of the last feature map. */
  int featureSize();

  /** The layers in order; none for a program that is opened as it is. */
  List<Layer> layers();

  /** Layers of the pooled features [n,F]. */
  default List<Layer> afterPooling() {
    return List.of();
  }

  /**
   * Where detectors look besides the last feature map: ends of earlier stages, from the first to the last; none for a network in
   * which that was not measured, or whose layers are not known.
   */
  default List<Stage> stages() {
    return List.of();
  }

  /** How the tokens lie in the image, if the layers end with tokens instead of a feature map. */
  default Optional<TokenGrid> tokenGrid() {
    return Optional.empty();
  }

  /** How the network is pooled by those who trained it. */
  default Pooling usualPooling() {
    return Pooling.AVERAGE;
  }

  /** Whether it came from Caffe: images are given blue first, from 0 to 255, less 104, 117 and 128. */
  default boolean takesCaffeImages() {
    return false;
  }

  /** Names and shapes of all weights, in the order of the layers. */
  default List<WeightShape> weights() {
    return Stream.concat(layers().stream(), afterPooling().stream())
        .flatMap(layer -> layer.weights().stream())
        .toList();
  }

  /**
   * Reads a usual name such as {@code resnet50}, {@code vit_b_16} or {@code convnext_tiny}, {@code torchscript}, {@code onnx}, or a network
   * by its numbers, such as {@code basic-1-1-1-1-w32} or {@code bottleneck-1-2-1-1-w64-g4}: blocks in each of the
   * four stages, channels of the first stage, and (bottleneck) torchvision's {@code width_per_group}.
   *
   * @throws ProblemException for anything else
   */
  static Architecture parse(String text) {
    return NetworkFamilies.parse(text)
        .or(() -> TorchScriptNetwork.parse(text))
        .or(() -> OnnxNetwork.parse(text))
        .orElseThrow(
            () ->
                ProblemException.badValue(
                    "architecture",
                    text,
                    NetworkFamilies.names() + ", basic-1-1-1-1-w32, bottleneck-1-2-1-1-w64-g4"));
  }
}
