package eifexplorer.model;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Recognises weights whose batch normalisation was folded into the convolutions, as converters for inference do: every
 * running mean is 0 and every running variance 1. Such a network is right in evaluation, but normalising by a batch's own
 * statistics would make another network of it.
 */
public final class FoldedNorm {
  private static final float NEARLY = 1e-3f;

  private FoldedNorm() {}

  /** Whether the weights are such; random ones are not, since nothing was learnt by them. */
  public static boolean isIn(StateDict weights) {
    List<String> means =
        weights.names().stream().filter(name -> name.endsWith(".running_mean")).toList();
    boolean neutral =
        !means.isEmpty()
            && means.stream()
                .allMatch(
                    mean ->
                        isAll(weights.get(mean), 0)
                            && isAll(weights.get(mean.replace("_mean", "_var")), 1));
    return neutral
        && means.stream()
            .anyMatch(mean -> !isAll(weights.get(mean.replace("running_mean", "bias")), 0));
  }

  private static boolean isAll(WeightTensor tensor, float value) {
    for (FloatBuffer values = tensor.floatView(); values.hasRemaining(); ) {
      if (Math.abs(values.get() - value) > NEARLY) {
        return false;
      }
    }
    return true;
  }
}
