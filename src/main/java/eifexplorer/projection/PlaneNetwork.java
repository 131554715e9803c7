package eifexplorer.projection;

import eifexplorer.math.MatrixMath;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * A network from rows [n,E] to places [n,2]: two hidden layers of rectified linear units, learnt by Adam (Kingma and Ba,
 * 2015).
 */
final class PlaneNetwork {
  private static final int HIDDEN = 128;
  private static final double RATE = 1e-2;
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;
  private static final double TINY = 1e-8;

  private final MatrixMath math;
  private final Layer[] layers;
  private int steps;

  /** A network with seeded random weights. */
  PlaneNetwork(int inputs, MatrixMath math, long seed) {
    this.math = math;
    Random random = new Random(seed);
    layers =
        new Layer[] {
          new Layer(inputs, HIDDEN, random),
          new Layer(HIDDEN, HIDDEN, random),
          new Layer(HIDDEN, 2, random)
        };
  }

  /** Goes on from where another one of this shape was, by its {@link #state}; what follows that is overlooked. */
  void goOnFrom(double[] state) {
    DoubleBuffer from = DoubleBuffer.wrap(state);
    steps = (int) from.get();
    for (Layer layer : layers) {
      layer.take(from);
    }
  }

  /** All that the next step depends on: steps done, then weights, biases and moments of every layer. */
  double[] state() {
    DoubleBuffer to =
        DoubleBuffer.allocate(1 + Arrays.stream(layers).mapToInt(Layer::stateSize).sum());
    to.put(steps);
    for (Layer layer : layers) {
      layer.give(to);
    }
    return to.array();
  }

  /** The places of rows, with what {@link #learn} needs: the input and every layer's output [n,·]. */
  float[][] forward(float[] rows, int n) {
    float[][] outputs = new float[layers.length + 1][];
    outputs[0] = rows;
    for (int l = 0; l < layers.length; l++) {
      outputs[l + 1] = layers[l].forward(outputs[l], n, l + 1 < layers.length);
    }
    return outputs;
  }

  /**
   * One step against the gradient.
   *
   * @param gradient of the loss with respect to the places [n,2]
   * @param share of the full rate, 0..1
   */
  void learn(float[][] outputs, float[] gradient, int n, double share) {
    steps++;
    double rate =
        share
            * RATE
            * Math.sqrt(1 - StrictMath.pow(SECOND, steps))
            / (1 - StrictMath.pow(FIRST, steps));
    float[] back = gradient;
    for (int l = layers.length - 1; l >= 0; l--) {
      float[] before = l > 0 ? layers[l].backward(back, outputs[l], n) : back;
      layers[l].step(outputs[l], back, n, rate);
      back = before;
    }
  }

  /** Weight [out,in] and bias [out], with Adam's moments of both. */
  private final class Layer {
    private final int inputs;
    private final int size;
    private final float[] weight;
    private final float[] bias;
    private final double[] mean;
    private final double[] variance;

    Layer(int inputs, int size, Random random) {
      this.inputs = inputs;
      this.size = size;
      weight = new float[inputs * size];
      bias = new float[size];
      double deviation = Math.sqrt(2.0 / inputs);
      for (int i = 0; i < weight.length; i++) {
        weight[i] = (float) (random.nextGaussian() * deviation);
      }
      mean = new double[weight.length + size];
      variance = new double[weight.length + size];
    }

    int stateSize() {
      return weight.length + bias.length + mean.length + variance.length;
    }

    void give(DoubleBuffer to) {
      for (float value : weight) {
        to.put(value);
      }
      for (float value : bias) {
        to.put(value);
      }
      to.put(mean).put(variance);
    }

    void take(DoubleBuffer from) {
      for (int i = 0; i < weight.length; i++) {
        weight[i] = (float) from.get();
      }
      for (int i = 0; i < bias.length; i++) {
        bias[i] = (float) from.get();
      }
      from.get(mean).get(variance);
    }

    float[] forward(float[] in, int n, boolean rectified) {
      float[] out = new float[n * size];
      math.timesTransposed(in, n, weight, size, inputs, out);
      float least = rectified ? 0 : Float.NEGATIVE_INFINITY;
      for (int row = 0; row < n; row++) {
        for (int c = 0; c < size; c++) {
          int at = row * size + c;
          out[at] = Math.max(least, out[at] + bias[c]);
        }
      }
      return out;
    }

    /** The gradient with respect to what the layer before put out. */
    float[] backward(float[] gradient, float[] in, int n) {
      float[] back = new float[n * inputs];
      math.times(gradient, n, weight, inputs, size, back);
      for (int i = 0; i < back.length; i++) {
        back[i] = in[i] > 0 ? back[i] : 0;
      }
      return back;
    }

    void step(float[] in, float[] gradient, int n, double rate) {
      float[] weights = new float[weight.length];
      math.transposedTimes(gradient, size, in, inputs, n, weights);
      double[] biases = new double[size];
      for (int row = 0; row < n; row++) {
        for (int c = 0; c < size; c++) {
          biases[c] += gradient[row * size + c];
        }
      }
      for (int i = 0; i < weight.length; i++) {
        weight[i] -= (float) adam(i, weights[i], rate);
      }
      for (int i = 0; i < size; i++) {
        bias[i] -= (float) adam(weight.length + i, biases[i], rate);
      }
    }

    private double adam(int i, double gradient, double rate) {
      mean[i] = FIRST * mean[i] + (1 - FIRST) * gradient;
      variance[i] = SECOND * variance[i] + (1 - SECOND) * gradient * gradient;
      return rate * mean[i] / (Math.sqrt(variance[i]) + TINY);
    }
  }
}
