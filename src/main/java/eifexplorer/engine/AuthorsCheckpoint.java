package eifexplorer.engine;

import eifexplorer.engine.ResidualNetwork.Block;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model as the authors save it: {@code module.0.base.*} is a torchvision network and {@code module.1.*} the last linear
 * layer. A torchvision network saved alone is one without a head; other prefixes are recognised by what follows them.
 *
 * @param architecture what the names and shapes say the network is
 * @param backbone its weights under torchvision's names, complete and in order
 * @param head the last linear layer, if the file has one
 */
public record AuthorsCheckpoint(
    Architecture architecture, StateDict backbone, Optional<Head> head) {
  private static final String BACKBONE_PREFIX = "module.0.base.";
  private static final String HEAD_PREFIX = "module.1.";
  private static final String RESNET_MARK = "layer1.0.conv1.weight";
  private static final String MOBILENET_MARK = "features.18.0.weight";

  /** Takes no null. */
  public AuthorsCheckpoint {
    Objects.requireNonNull(architecture);
    Objects.requireNonNull(backbone);
    Objects.requireNonNull(head);
  }

  /**
   * The last linear layer.
   *
   * @param weight W [E,F]
   * @param bias b [E]
   */
  public record Head(WeightTensor weight, WeightTensor bias) {}

  /**
   * Splits a file's weights.
   *
   * @param source the file, shown in messages
   * @throws ProblemException if no known network is in it, or its names or shapes do not fit, which are listed
   */
  public static AuthorsCheckpoint of(StateDict all, String source) {
    String prefix = prefix(all, source);
    StateDict backbone = all.below(prefix);
    if (prefix.isEmpty()) {
      backbone = backbone.filtered(name -> !name.startsWith(HEAD_PREFIX));
    }
    Architecture architecture = infer(backbone);
    StateDict complete = BackboneWeights.require(architecture, backbone, source);
    return new AuthorsCheckpoint(architecture, complete, head(all, prefix, architecture, source));
  }

  /**
   * The proxies [P,E] of the authors' {@code proxy.pth}.
   *
   * @param source the file, shown in messages
   * @throws ProblemException if it holds no matrix named "proxies"
   */
  public static WeightTensor proxies(StateDict all, String source) {
    return all.find("proxies")
        .filter(tensor -> tensor.isFloat() && tensor.rank() == 2)
        .orElseThrow(
            () ->
                new ProblemException(
                    "The file has no matrix named \"proxies\"", source, "Choose proxy.pth."));
  }

  /** The same weights under the authors' names. */
  public StateDict toStateDict() {
    Map<String, WeightTensor> last = new LinkedHashMap<>();
    head.ifPresent(
        h -> {
          last.put(HEAD_PREFIX + "weight", h.weight());
          last.put(HEAD_PREFIX + "bias", h.bias());
        });
    return backbone.prefixed(BACKBONE_PREFIX).plus(StateDict.of(last));
  }

  private static String prefix(StateDict all, String source) {
    for (String name : all.names()) {
      for (String mark : List.of(RESNET_MARK, MOBILENET_MARK)) {
        if (name.endsWith(mark)) {
          return name.substring(0, name.length() - mark.length());
        }
      }
    }
    throw new ProblemException(
        "No known network is in the file",
        source,
        "ResNet-18, -34, -50 and their kin, MobileNet-V2 and TorchScript programs are read.");
  }

  private static Architecture infer(StateDict backbone) {
    if (backbone.contains(MOBILENET_MARK)) {
      return new MobileNetV2();
    }
    boolean bottleneck = backbone.contains("layer1.0.conv3.weight");
    int inner = channels(backbone.get(RESNET_MARK));
    int base = backbone.find("conv1.weight").map(AuthorsCheckpoint::channels).orElse(64);
    List<Integer> blocks = new ArrayList<>();
    for (int stage = 1; stage <= 4; stage++) {
      Pattern first = Pattern.compile("layer" + stage + "\\.\\d+\\.conv1\\.weight");
      blocks.add(
          (int) Math.max(1, backbone.names().stream().filter(first.asMatchPredicate()).count()));
    }
    return bottleneck
        ? new ResidualNetwork(Block.BOTTLENECK, blocks, base, (inner * 64 + base - 1) / base)
        : new ResidualNetwork(Block.BASIC, blocks, base, 64);
  }

  private static int channels(WeightTensor kernel) {
    return kernel.rank() == 0 ? 1 : Math.max(1, kernel.shape()[0]);
  }

  /** The layer beside {@code 0.base.}; its shape must fit the features. */
  private static Optional<Head> head(
      StateDict all, String prefix, Architecture architecture, String source) {
    if (!prefix.endsWith("0.base.")) {
      return Optional.empty();
    }
    String name = prefix.substring(0, prefix.length() - "0.base.".length()) + "1.";
    Optional<WeightTensor> weight = all.find(name + "weight");
    Optional<WeightTensor> bias = all.find(name + "bias");
    if (weight.isEmpty() && bias.isEmpty()) {
      return Optional.empty();
    }
    int embedding = bias.map(WeightTensor::size).orElse(0);
    if (weight.isEmpty()
        || embedding == 0
        || !bias.get().hasShape(embedding)
        || !weight.get().hasShape(embedding, architecture.featureSize())) {
      throw new ProblemException(
          "The last layer's weight "
              + weight.map(w -> Arrays.toString(w.shape())).orElse("(missing)")
              + " and bias "
              + bias.map(b -> Arrays.toString(b.shape())).orElse("(missing)")
              + " do not fit "
              + architecture.featureSize()
              + " features",
          source,
          "Choose another file.");
    }
    return Optional.of(new Head(weight.get(), bias.get()));
  }
}
