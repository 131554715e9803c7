package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.DeviceMemoryException;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.math.Doubles;
import eifexplorer.math.MatrixMath;
import eifexplorer.testing.NaiveMatrixMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A network whose back bone hands on the pixels: only the last layer has weights. Notes what it is told. */
final class LinearNetwork implements TrainableNetwork {
  private final MatrixMath math = new NaiveMatrixMath();
  private final List<String> calls = new ArrayList<>();
  private final float[] weight;
  private final float[] bias;
  private int largestBatch = Integer.MAX_VALUE;
  private Adam weightAdam;
  private Adam biasAdam;
  private float[] images;
  private float[] weightGradient;
  private float[] biasGradient;

  LinearNetwork(EmbeddingHead start) {
    this.weight = start.weight();
    this.bias = start.bias();
    freshOptimisers();
    clearGradients();
  }

  private void clearGradients() {
    weightGradient = new float[weight.length];
    biasGradient = new float[bias.length];
  }

  private void freshOptimisers() {
    weightAdam = new Adam(weight.length, 1e-8, 0);
    biasAdam = new Adam(bias.length, 1e-8, 0);
  }

  /** What was told, but forward and backward; a step with the back bone's rate. */
  List<String> calls() {
    return calls;
  }

  @Override
  public BackboneSpec spec() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int embeddingSize() {
    return bias.length;
  }

  @Override
  public void setBackboneLearns(boolean learns) {
    calls.add("learns " + learns);
  }

  @Override
  public void setMixedPrecision(boolean mixed) {
    if (mixed) {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  public void setNormFrozen(boolean frozen) {
    // It has no batch normalisation.
  }

  /** Refuses larger batches from now on, as a device short of memory does. */
  void limitBatch(int largest) {
    largestBatch = largest;
  }

  @Override
  public float[] forward(float[] pixels, int n, int height, int width) {
    if (n > largestBatch) {
      throw new DeviceMemoryException(n, height, width, "", null);
    }
    images = pixels;
    float[] out = new float[n * bias.length];
    math.timesTransposed(pixels, n, weight, bias.length, 3 * height * width, out);
    for (int i = 0; i < out.length; i++) {
      out[i] += bias[i % bias.length];
    }
    return out;
  }

  @Override
  public void backward(float[] embeddingGradients) {
    int n = embeddingGradients.length / bias.length;
    float[] gradient = new float[weight.length];
    math.transposedTimes(
        embeddingGradients, bias.length, images, weight.length / bias.length, n, gradient);
    Doubles.addScaled(weightGradient, 1, gradient);
    for (int i = 0; i < embeddingGradients.length; i++) {
      biasGradient[i % bias.length] += embeddingGradients[i];
    }
  }

  @Override
  public void step(AdamSettings settings) {
    calls.add("step " + settings.backboneRate());
    Adam.clip(weightGradient, settings.clip());
    Adam.clip(biasGradient, settings.clip());
    weightAdam.step(weight, weightGradient, settings.headRate());
    biasAdam.step(bias, biasGradient, settings.headRate());
    clearGradients();
  }

  @Override
  public void resetOptimiser() {
    calls.add("reset");
    freshOptimisers();
  }

  @Override
  public StateDict optimiserState() {
    return weightAdam.state("weight").plus(biasAdam.state("bias"));
  }

  @Override
  public void restoreOptimiser(StateDict state) {
    weightAdam.restore("weight", state);
    biasAdam.restore("bias", state);
  }

  @Override
  public float[] features(float[] pixels, int n, int height, int width) {
    return pixels;
  }

  @Override
  public StateDict backboneWeights() {
    return StateDict.of(Map.of());
  }

  @Override
  public float[] headWeight() {
    return weight.clone();
  }

  @Override
  public float[] headBias() {
    return bias.clone();
  }

  @Override
  public void close() {}
}
