package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    FoundNetwork found = FoundNetwork.in(all, source);
    Architecture architecture = found.architecture();
    return new AuthorsCheckpoint(
        architecture, found.weights(), head(all, found.prefix(), architecture, source));
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
