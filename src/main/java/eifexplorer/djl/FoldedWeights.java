package eifexplorer.djl;

import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.checkpoint.StateDict;
import java.nio.FloatBuffer;

/**
 * A convolution with its batch normalisation folded in: kernel · γ/√(σ²+ε) and β − μ·γ/√(σ²+ε), computed in double
 * precision.
 *
 * @param kernel [out,in/groups,k,k]
 * @param bias [out]
 */
record FoldedWeights(float[] kernel, float[] bias) {
  private static final double EPSILON = 1e-5;

  static FoldedWeights of(Convolution convolution, StateDict weights) {
    float[] kernel = weights.get(convolution.name() + ".weight").floats();
    FloatBuffer gamma = weights.get(convolution.norm() + ".weight").floatView();
    FloatBuffer beta = weights.get(convolution.norm() + ".bias").floatView();
    FloatBuffer mean = weights.get(convolution.norm() + ".running_mean").floatView();
    FloatBuffer variance = weights.get(convolution.norm() + ".running_var").floatView();
    float[] bias = new float[convolution.out()];
    int perChannel = kernel.length / bias.length;
    for (int channel = 0; channel < bias.length; channel++) {
      double scale = gamma.get(channel) / Math.sqrt(variance.get(channel) + EPSILON);
      bias[channel] = (float) (beta.get(channel) - mean.get(channel) * scale);
      for (int i = channel * perChannel; i < (channel + 1) * perChannel; i++) {
        kernel[i] = (float) (kernel[i] * scale);
      }
    }
    return new FoldedWeights(kernel, bias);
  }
}
