package eifexplorer.djl;

import eifexplorer.engine.Layer.BatchNorm;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Convolutions with their batch normalisation folded in: kernel · γ/√(σ²+ε) and β + (b − μ)·γ/√(σ²+ε), computed in double
 * precision.
 */
final class FoldedWeights {
  private FoldedWeights() {}

  /** Puts the weight and the bias of a convolution that is normalised into {@code target}, by the convolution's name. */
  static void put(
      Convolution convolution,
      BatchNorm norm,
      StateDict weights,
      Map<String, WeightTensor> target) {
    String name = convolution.name();
    WeightTensor given = weights.get(name + ".weight");
    float[] kernel = given.floats();
    float[] bias =
        convolution.bias() ? weights.get(name + ".bias").floats() : new float[convolution.out()];
    FloatBuffer gamma = weights.get(norm.name() + ".weight").floatView();
    FloatBuffer beta = weights.get(norm.name() + ".bias").floatView();
    FloatBuffer mean = weights.get(norm.name() + ".running_mean").floatView();
    FloatBuffer variance = weights.get(norm.name() + ".running_var").floatView();
    int perChannel = kernel.length / bias.length;
    for (int channel = 0; channel < bias.length; channel++) {
      double scale = gamma.get(channel) / Math.sqrt(variance.get(channel) + BatchNorm.EPSILON);
      double centred = (double) bias[channel] - mean.get(channel);
      bias[channel] = (float) (beta.get(channel) + centred * scale);
      for (int i = channel * perChannel; i < (channel + 1) * perChannel; i++) {
        kernel[i] = (float) (kernel[i] * scale);
      }
    }
    target.put(name + ".weight", WeightTensor.owning(kernel, given.shape()));
    target.put(name + ".bias", WeightTensor.owning(bias, bias.length));
  }
}
