package eifexplorer.testing;

import eifexplorer.engine.Architecture;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import java.nio.file.Path;
import java.util.Map;

/** An engine for tests that need features but no tensor runtime: feature j is the mean of channel j mod 3. */
public final class MeanColourEngine implements Engine {
  /** Features an image of what stands for a TorchScript program. */
  public static final int PROGRAM_FEATURES = 6;

  @Override
  public EngineReport report() {
    return new EngineReport(
        "mean colours",
        "none",
        ComputeDevice.CPU,
        0,
        "No GPU with a CUDA driver was found.",
        1,
        "");
  }

  @Override
  public Backbone openBackbone(BackboneSpec spec, StateDict weights) {
    return new MeanColours(spec);
  }

  @Override
  public Backbone openTorchScript(Path file, Pooling pooling, boolean layerNorm) {
    Architecture network = new TorchScriptNetwork(PROGRAM_FEATURES);
    return new MeanColours(new BackboneSpec(network, pooling, layerNorm));
  }

  @Override
  public TrainableNetwork openTrainable(
      BackboneSpec spec, StateDict weights, float[] headWeight, float[] headBias) {
    throw new UnsupportedOperationException("Nothing is trained");
  }

  @Override
  public MatrixMath matrixMath() {
    return new JavaMatrixMath();
  }

  @Override
  public void close() {}

  private record MeanColours(BackboneSpec spec) implements Backbone {
    @Override
    public float[] features(float[] images, int n, int height, int width) {
      float[] means = new float[n * 3];
      for (int i = 0; i < means.length; i++) {
        means[i] = mean(images, i * height * width, height * width);
      }
      float[] features = new float[n * featureSize()];
      for (int i = 0; i < features.length; i++) {
        features[i] = means[i / featureSize() * 3 + i % featureSize() % 3];
      }
      return features;
    }

    private static float mean(float[] values, int from, int count) {
      double sum = 0;
      for (int i = from; i < from + count; i++) {
        sum += values[i];
      }
      return (float) (sum / count);
    }

    @Override
    public StateDict weights() {
      return StateDict.of(Map.of());
    }

    @Override
    public void close() {}
  }
}
