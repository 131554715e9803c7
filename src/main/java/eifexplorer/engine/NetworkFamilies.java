package eifexplorer.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All kinds of networks that are known by their layers. */
final class NetworkFamilies {
  /** Where names of one family end with the mark of another, the other comes later. */
  static final List<NetworkFamily> ALL =
      List.of(
          ResidualNetwork.FAMILY,
          EfficientNet.FAMILY,
          MobileNetV2.FAMILY,
          ConvNext.FAMILY,
          SwinTransformer.FAMILY,
          VisionTransformer.FAMILY,
          BnInception.FAMILY);

  private NetworkFamilies() {}

  /** The network of a name, if it is known. */
  static Optional<Architecture> parse(String name) {
    return ALL.stream().flatMap(family -> family.parse(name).stream()).findFirst();
  }

  /** Names for people, one after the other. */
  static String names() {
    return Stream.concat(
            ALL.stream().flatMap(family -> family.examples().stream()),
            Stream.of("torchscript", "onnx"))
        .collect(Collectors.joining(", "));
  }
}
