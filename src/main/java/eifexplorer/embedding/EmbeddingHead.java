package eifexplorer.embedding;

import eifexplorer.math.Matrices;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Fingerprint;
import java.util.Arrays;

/** The last linear layer, {@code e = W f + b} with W [E,F] and b [E]; immutable. */
public final class EmbeddingHead {
  private final float[] weight;
  private final float[] bias;
  private final int featureSize;

  /**
   * Copies {@code weight} [E,F], row major, and {@code bias} [E].
   *
   * @throws ProblemException if the lengths do not fit or a value is not finite
   */
  public EmbeddingHead(float[] weight, float[] bias) {
    if (bias.length == 0 || weight.length == 0 || weight.length % bias.length != 0) {
      throw new ProblemException(
          "A weight of " + weight.length + " values does not fit a bias of " + bias.length, "", "");
    }
    Finite.require("weight", weight);
    Finite.require("bias", bias);
    this.weight = weight.clone();
    this.bias = bias.clone();
    this.featureSize = weight.length / bias.length;
  }

  /** E. */
  public int embeddingSize() {
    return bias.length;
  }

  /** F. */
  public int featureSize() {
    return featureSize;
  }

  /** Adds {@code weight} W and {@code bias} b to what something is known by. */
  public Fingerprint.Builder addTo(Fingerprint.Builder builder) {
    return builder.add("weight", weight).add("bias", bias);
  }

  /** Whether the other one's W is the same to the bit. */
  public boolean hasWeightOf(EmbeddingHead other) {
    return Arrays.equals(weight, other.weight);
  }

  /** W as rows [E][F], copies. */
  public float[][] rows() {
    return Matrices.rowsOf(weight, 0, bias.length, featureSize);
  }

  /** W [E,F], a copy. */
  public float[] weight() {
    return weight.clone();
  }

  /** b [E], a copy. */
  public float[] bias() {
    return bias.clone();
  }
}
