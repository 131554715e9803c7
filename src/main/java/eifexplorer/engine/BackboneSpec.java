package eifexplorer.engine;

import eifexplorer.problem.ProblemException;
import java.util.Objects;

/**
 * What turns images into features: a network, a global pooling, and whether LayerNorm follows it.
 *
 * @param architecture the network
 * @param pooling how the last feature map becomes a vector
 * @param layerNorm whether each feature vector is shifted to mean 0 and divided by sqrt(variance + 1e-5), the variance
 *     over all F values, without learned scale or shift
 */
public record BackboneSpec(Architecture architecture, Pooling pooling, boolean layerNorm) {
  private static final String LAYER_NORM = "layernorm";
  private static final String PLAIN = "plain";

  /** Takes no null. Throws {@link ProblemException} for the class token of a network that has none. */
  public BackboneSpec {
    Objects.requireNonNull(architecture);
    Objects.requireNonNull(pooling);
    if (pooling == Pooling.TOKEN && architecture.tokenGrid().isEmpty()) {
      throw ProblemException.badValue(
          "pooling",
          pooling.text(),
          "max, average: " + architecture.name() + " has no class token");
    }
  }

  /** F, the number of features an image. */
  public int featureSize() {
    return architecture.featureSize();
  }

  /** A stable text such as {@code resnet50/max/layernorm}, which {@link #parse} reads; part of fingerprints. */
  public String describe() {
    return architecture.name() + "/" + pooling.text() + "/" + (layerNorm ? LAYER_NORM : PLAIN);
  }

  /** Reads what {@link #describe} gave. Throws {@link ProblemException} for anything else. */
  public static BackboneSpec parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3 || !(parts[2].equals(LAYER_NORM) || parts[2].equals(PLAIN))) {
      throw ProblemException.badValue("back bone", text, "such as resnet50/max/layernorm");
    }
    return new BackboneSpec(
        Architecture.parse(parts[0]), Pooling.parse(parts[1]), parts[2].equals(LAYER_NORM));
  }
}
